package org.mailcontinuity.events.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.window.VantageCounts;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.window.Flow;

/**
 * How a monitor stands.
 *
 * @param sight from where it is seen
 * @param directions each direction that was judged
 */
record MonitorStatusView(
        UUID monitorId, String name, String domain, boolean enabled, Sight sight, List<DirectionStatus> directions) {

    /**
     * What a status is put together from.
     *
     * @param open disruptions that are open
     * @param latest the windows of the last minutes
     */
    record Sources(List<Flow> flows, List<Incident> open, List<WindowJudgement> latest, Sight sight) {}

    /**
     * How a direction stands.
     *
     * @param verdict of the latest window
     * @param since when the verdict became this one
     * @param judgedAt the end of the latest window
     * @param disruptions its open disruptions
     * @param vantages what each vantage saw in the latest two windows
     * @param regional the vantages that alone see mail fail, while others see it flow
     */
    record DirectionStatus(
            Direction direction,
            Verdict verdict,
            Instant since,
            Instant judgedAt,
            List<OpenDisruption> disruptions,
            List<VantageCounts> vantages,
            List<String> regional) {}

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

    static MonitorStatusView of(MonitorDefinition definition, Sources sources) {
        return new MonitorStatusView(
                definition.monitorId(),
                definition.name(),
                definition.domain(),
                definition.enabled(),
                sources.sight(),
                sources.flows().stream().map(flow -> direction(flow, sources)).toList());
    }

    private static DirectionStatus direction(Flow flow, Sources sources) {
        Seen seen = Seen.in(sources.latest(), flow.direction());
        return new DirectionStatus(
                flow.direction(),
                flow.verdict(),
                flow.since(),
                flow.judgedAt(),
                sources.open().stream()
                        .filter(incident -> incident.disruption().direction() == flow.direction())
                        .map(OpenDisruption::of)
                        .toList(),
                seen.vantages(),
                seen.regional());
    }
}
