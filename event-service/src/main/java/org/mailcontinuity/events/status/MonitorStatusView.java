package org.mailcontinuity.events.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.window.Flow;

/**
 * How a monitor stands.
 *
 * @param directions each direction that was judged
 */
record MonitorStatusView(
        UUID monitorId, String name, String domain, boolean enabled, List<DirectionStatus> directions) {

    /**
     * How a direction stands.
     *
     * @param verdict of the latest window
     * @param since when the verdict became this one
     * @param judgedAt the end of the latest window
     * @param disruptions its open disruptions
     */
    record DirectionStatus(
            Direction direction, Verdict verdict, Instant since, Instant judgedAt, List<OpenDisruption> disruptions) {}

    /** An open disruption in short. */
    record OpenDisruption(UUID disruptionId, Severity severity, Instant openedAt, String cause) {
        static OpenDisruption of(Incident incident) {
            return new OpenDisruption(
                    incident.id(),
                    incident.disruption().severity(),
                    incident.disruption().openedAt(),
                    incident.disruption().cause().sentence());
        }
    }

    static MonitorStatusView of(MonitorDefinition definition, List<Flow> flows, List<Incident> open) {
        return new MonitorStatusView(
                definition.monitorId(),
                definition.name(),
                definition.domain(),
                definition.enabled(),
                flows.stream().map(flow -> direction(flow, open)).toList());
    }

    private static DirectionStatus direction(Flow flow, List<Incident> open) {
        return new DirectionStatus(
                flow.direction(),
                flow.verdict(),
                flow.since(),
                flow.judgedAt(),
                open.stream()
                        .filter(incident -> incident.disruption().direction() == flow.direction())
                        .map(OpenDisruption::of)
                        .toList());
    }
}
