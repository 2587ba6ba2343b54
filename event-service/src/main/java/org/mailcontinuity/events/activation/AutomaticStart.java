package org.mailcontinuity.events.activation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.event.Scope;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.ActivationMode;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertStatus;

/**
 * An event that starts by itself.
 *
 * @param groupIds whom it covers; empty = everyone
 */
record AutomaticStart(Duration duration, List<UUID> groupIds) {

    /**
     * What {@code activation} asks for now: something, if it is automatic, the alert is of an outage that nobody has
     * acknowledged or suspended, it has fired for as long as the activation waits, and no event answered it before.
     * Whoever ends or cancels that event has decided: it does not start again by itself.
     */
    static Optional<AutomaticStart> of(Activation activation, Alert alert, Instant now) {
        boolean due = activation.mode() == ActivationMode.AUTOMATIC
                && alert.severity() == Severity.DOWN
                && alert.status() instanceof AlertStatus.Firing
                && alert.event().isEmpty()
                && !now.isBefore(alert.firedAt().plus(activation.afterUnacknowledged()));
        return due
                ? Optional.of(new AutomaticStart(
                        activation.duration(),
                        activation.scope().map(Scope::groupIds).orElse(List.of())))
                : Optional.empty();
    }
}
