package org.mailcontinuity.events.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.events.audit.Actor;

/**
 * One line of an event's timeline.
 *
 * @param revision the event's revision afterwards
 * @param until when the event was to end from then on, or ended
 */
record TransitionView(
        long revision,
        Instant at,
        Change change,
        Optional<String> fromState,
        String toState,
        Instant until,
        Actor actor,
        Optional<String> reason) {}
