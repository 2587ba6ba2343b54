package org.mailcontinuity.events.mode;

import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Switches mode in the transaction of the event that causes it. */
public final class Modes {
    private final ModeRepository modes;
    private final ModePublisher publisher;
    private final InstantSource clock;

    Modes(ModeRepository modes, ModePublisher publisher, InstantSource clock) {
        this.modes = modes;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** An event covers these scopes until then. A second time it only moves its end. */
    public void enter(SortedSet<String> scopes, UUID event, Instant until) {
        change(scopes, mode -> mode.enter(event, until, clock.instant()));
    }

    /** An event covers these scopes no more. Mode goes on while another event covers them. */
    public void leave(SortedSet<String> scopes, UUID event) {
        change(scopes, mode -> mode.leave(event));
    }

    /** Locks the scopes in their order, so that two events with scopes in common wait for each other and not for ever. */
    private void change(SortedSet<String> scopes, UnaryOperator<Mode> step) {
        for (String scope : scopes) {
            Mode before = modes.lock(scope);
            Mode after = step.apply(before);
            if (after.revision() != before.revision()) {
                modes.update(after);
                publisher.publish(after);
            }
        }
    }
}
