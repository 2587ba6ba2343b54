package org.mailcontinuity.events.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.alert.Standing;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.policy.Policy;

/** An alert as it is published, and back. */
final class AlertMessage {
    private static final Duration DEFAULT_REPEAT = Duration.ofMinutes(30);

    private AlertMessage() {}

    /**
     * @param named those of its monitors that are named, the leading one first
     * @param steps who is told, with groups resolved
     * @param policy whose steps they are
     */
    static AlertChanged of(Alert alert, List<AffectedMonitor> named, List<AlertStep> steps, Optional<Policy> policy) {
        Optional<AlertStatus.Resolved> resolved =
                alert.status() instanceof AlertStatus.Resolved status ? Optional.of(status) : Optional.empty();
        Extent extent = alert.extent();
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
                policy.map(Policy::repeatInterval).orElse(DEFAULT_REPEAT),
                steps,
                extent.cause(),
                named,
                named.stream()
                        .map(monitor -> monitor.disruptionId().orElse(alert.disruptionId()))
                        .toList(),
                alert.event(),
                alert.common().subject().filter(name -> extent.several()),
                extent.domainCount(),
                extent.monitorCount(),
                extent.openCount(),
                alert.policyId(),
                policy.flatMap(Policy::quietHours),
                policy.map(Policy::languages).orElse(List.of()));
    }

    /**
     * The alert that was published so, with what is not published.
     *
     * @param disruptionId the disruption that raised it
     * @param common what others must share to join it
     * @param worst the highest severity of the episode
     */
    static Alert read(AlertChanged message, UUID disruptionId, CommonCause common, Severity worst) {
        return new Alert(
                message.alertId(),
                disruptionId,
                message.policyId(),
                common,
                message.revision(),
                message.episode(),
                message.severity(),
                worst,
                message.since(),
                message.firedAt(),
                message.changedAt(),
                status(message),
                new Extent(
                        message.severity(),
                        message.cause(),
                        message.monitors(),
                        message.monitorCount(),
                        message.domainCount(),
                        message.openCount()),
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
