package org.mailcontinuity.events.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.events.audit.Actor;

/**
 * A change of an event. Fired as a CDI event in the transaction of the change, so that other features may follow it.
 *
 * @param before the event before the change; absent when it was created
 * @param event the event after the change
 * @param reason why, where somebody said so
 */
public record EventTransition(
        Optional<ContinuityEvent> before,
        ContinuityEvent event,
        Change change,
        Instant at,
        Actor actor,
        Optional<String> reason) {}
