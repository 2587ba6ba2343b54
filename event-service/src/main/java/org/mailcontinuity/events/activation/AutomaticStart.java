package org.mailcontinuity.events.activation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private static final int MOST_GROUPS = 100;

    /**
     * What the monitors of an alert ask for now: something, where one of them is automatic, the alert is of an outage that
     * nobody has acknowledged or suspended, it has fired for as long as that monitor waits, and no event answered it
     * before. Whoever ends or cancels that event has decided: it does not start again by itself. Where several monitors ask,
     * one event covers all whom they name, for as long as the one that wants most.
     *
     * @param activations of the alert's monitors that are down
     */
    static Optional<AutomaticStart> of(Collection<Activation> activations, Alert alert, Instant now) {
        boolean unanswered = alert.severity() == Severity.DOWN
                && alert.status() instanceof AlertStatus.Firing
                && alert.event().isEmpty();
        return unanswered
                ? activations.stream()
                        .filter(activation -> activation.mode() == ActivationMode.AUTOMATIC)
                        .filter(activation -> !now.isBefore(alert.firedAt().plus(activation.afterUnacknowledged())))
                        .map(AutomaticStart::wanted)
                        .reduce(AutomaticStart::both)
                : Optional.empty();
    }

    private static AutomaticStart wanted(Activation activation) {
        return new AutomaticStart(
                activation.duration(), activation.scope().map(Scope::groupIds).orElse(List.of()));
    }

    private AutomaticStart both(AutomaticStart other) {
        boolean everyone = groupIds.isEmpty() || other.groupIds.isEmpty();
        List<UUID> all = everyone
                ? List.of()
                : Stream.concat(groupIds.stream(), other.groupIds.stream())
                        .distinct()
                        .limit(MOST_GROUPS)
                        .toList();
        return new AutomaticStart(duration.compareTo(other.duration) < 0 ? other.duration : duration, all);
    }
}
