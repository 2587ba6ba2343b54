package org.mailcontinuity.events.alert;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.Standing;

/** Where an alert stands, with what is known only there. */
public sealed interface AlertStatus {
    /** The state as the published message names it. */
    AlertState state();

    /** Who brought the alert here, where that was a person. */
    Optional<Standing> standing();

    /** Nobody has answered. */
    record Firing() implements AlertStatus {
        @Override
        public AlertState state() {
            return AlertState.FIRING;
        }

        @Override
        public Optional<Standing> standing() {
            return Optional.empty();
        }
    }

    /** {@code by} has taken it at {@code at}. */
    record Acknowledged(String by, Instant at) implements AlertStatus {
        @Override
        public AlertState state() {
            return AlertState.ACKNOWLEDGED;
        }

        @Override
        public Optional<Standing> standing() {
            return Optional.of(new Standing(by, at, Optional.empty()));
        }
    }

    /** {@code by} has silenced it until {@code until}, excluded. */
    record Suspended(String by, Instant at, Instant until) implements AlertStatus {
        @Override
        public AlertState state() {
            return AlertState.SUSPENDED;
        }

        @Override
        public Optional<Standing> standing() {
            return Optional.of(new Standing(by, at, Optional.of(until)));
        }
    }

    /** The disruption is over, or was closed by {@code by}. */
    record Resolved(Instant at, Optional<String> by) implements AlertStatus {
        @Override
        public AlertState state() {
            return AlertState.RESOLVED;
        }

        @Override
        public Optional<Standing> standing() {
            return by.map(name -> new Standing(name, at, Optional.empty()));
        }
    }
}
