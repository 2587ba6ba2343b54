package org.mailcontinuity.events.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.alert.Standing;
import org.mailcontinuity.contracts.disruption.Severity;

/** An alert as it is published, and back. */
final class AlertMessage {
    private AlertMessage() {}

    /**
     * @param steps who is told, with groups resolved
     * @param repeatInterval how often
     */
    static AlertChanged of(Alert alert, List<AlertStep> steps, Duration repeatInterval) {
        Optional<AlertStatus.Resolved> resolved =
                alert.status() instanceof AlertStatus.Resolved status ? Optional.of(status) : Optional.empty();
        return new AlertChanged(
                alert.alertId(),
                alert.revision(),
                alert.status().state(),
                alert.episode(),
                alert.severity(),
                alert.since(),
                alert.firedAt(),
                alert.changedAt(),
                alert.status().standing(),
                resolved.map(AlertStatus.Resolved::at),
                repeatInterval,
                steps,
                alert.cause(),
                List.of(alert.monitor()),
                List.of(alert.disruptionId()),
                alert.event(),
                Optional.empty(),
                1,
                1,
                alert.resolved() ? 0 : 1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** @param worst the highest severity of the episode, which is not published */
    static Alert read(AlertChanged message, Severity worst) {
        return new Alert(
                message.alertId(),
                message.disruptionIds().getFirst(),
                message.revision(),
                message.episode(),
                message.severity(),
                worst,
                message.since(),
                message.firedAt(),
                message.changedAt(),
                status(message),
                message.cause(),
                message.monitors().getFirst(),
                message.event());
    }

    private static AlertStatus status(AlertChanged message) {
        AlertState state = message.state();
        Optional<Standing> standing = message.standing();
        return switch (state) {
            case FIRING, UNKNOWN -> new AlertStatus.Firing();
            case ACKNOWLEDGED -> acknowledged(standing.orElseThrow());
            case SUSPENDED -> suspended(standing.orElseThrow());
            case RESOLVED ->
                new AlertStatus.Resolved(message.resolvedAt().orElse(message.changedAt()), standing.map(Standing::by));
        };
    }

    private static AlertStatus acknowledged(Standing standing) {
        return new AlertStatus.Acknowledged(standing.by(), standing.at());
    }

    private static AlertStatus suspended(Standing standing) {
        return new AlertStatus.Suspended(
                standing.by(), standing.at(), standing.until().orElseThrow());
    }
}
