package org.mailcontinuity.contracts.monitor;

import java.time.Duration;
import java.util.Optional;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.event.Scope;

/**
 * Who starts a continuity event when the monitor finds an outage.
 *
 * @param mode default {@link ActivationMode#MANUAL}
 * @param afterUnacknowledged how long an outage stays unanswered before it starts by itself, 1 min to 24 h (default
 *     15 min)
 * @param duration how long the event then lasts, 5 min to 30 days (default 4 h)
 * @param scope whom it covers; absent = everyone
 */
public record Activation(ActivationMode mode, Duration afterUnacknowledged, Duration duration, Optional<Scope> scope) {
    public static final Activation BY_HAND =
            new Activation(ActivationMode.MANUAL, Duration.ofMinutes(15), Duration.ofHours(4), Optional.empty());

    public Activation {
        mode = Require.orElse(mode, ActivationMode.MANUAL);
        afterUnacknowledged = Require.orElse(afterUnacknowledged, Duration.ofMinutes(15));
        duration = Require.orElse(duration, Duration.ofHours(4));
        Require.range(
                "activation.afterUnacknowledged", afterUnacknowledged, Duration.ofMinutes(1), Duration.ofHours(24));
        Require.range("activation.duration", duration, Duration.ofMinutes(5), Duration.ofDays(30));
    }
}
