package org.mailcontinuity.events.disruption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.Standing;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.FiredRule;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.timeline.TimelineEntry;

/**
 * A disruption as the API shows it.
 *
 * @param evidence ids of samples that show it, newest first
 * @param alert how its alert stands
 * @param timeline what happened and what was done, in order; absent in lists
 */
record DisruptionView(
        UUID disruptionId,
        UUID monitorId,
        String monitorName,
        String domain,
        Direction direction,
        DisruptionState state,
        Severity severity,
        Cause cause,
        FiredRule rule,
        Instant openedAt,
        Instant detectedAt,
        Instant changedAt,
        Optional<Instant> clearedAt,
        Optional<ClearReason> clearReason,
        Optional<String> closedBy,
        Optional<String> closeReason,
        List<String> agreeing,
        List<String> disagreeing,
        List<UUID> evidence,
        Optional<AlertStanding> alert,
        Optional<List<TimelineEntry>> timeline,
        long revision) {

    /** How an alert stands. */
    record AlertStanding(UUID alertId, AlertState state, int episode, Optional<Standing> standing) {
        static AlertStanding of(Alert alert) {
            return new AlertStanding(
                    alert.alertId(),
                    alert.status().state(),
                    alert.episode(),
                    alert.status().standing());
        }
    }

    static DisruptionView of(Incident incident, Optional<Alert> alert, Optional<List<TimelineEntry>> timeline) {
        Disruption disruption = incident.disruption();
        return new DisruptionView(
                incident.id(),
                disruption.monitorId(),
                incident.monitorName(),
                incident.domain(),
                disruption.direction(),
                incident.state(),
                disruption.severity(),
                disruption.cause(),
                disruption.rule(),
                disruption.openedAt(),
                disruption.detectedAt(),
                incident.changedAt(),
                incident.cleared().map(Incident.Cleared::at),
                incident.cleared().map(Incident.Cleared::reason),
                incident.closed().map(Incident.Closed::by),
                incident.closed().map(Incident.Closed::reason),
                disruption.agreeing(),
                disruption.disagreeing(),
                disruption.evidence(),
                alert.map(AlertStanding::of),
                timeline,
                incident.revision());
    }
}
