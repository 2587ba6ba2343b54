package org.mailcontinuity.detector.disruption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.contracts.disruption.FiredRule;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.Report;

/** Findings as messages. The same finding always gives the same message, ids included. */
public final class DisruptionMessages {
    private static final int MOST_VANTAGES = 50;
    private static final int LONGEST_KEY = 300;
    private static final int LONGEST_SENTENCE = 500;
    private static final String THRESHOLD = "threshold";
    private static final double TENTHS = 10;

    private DisruptionMessages() {}

    /** The message that tells a finding; none for reduced sight, which is no disruption. */
    public static Optional<DisruptionMessage> of(UUID monitorId, Finding finding) {
        return switch (finding) {
            case Finding.Opened opened ->
                Optional.of(new DisruptionOpened(disruption(monitorId, opened, opened.report())));
            case Finding.Blinded blinded ->
                Optional.of(new DisruptionOpened(disruption(monitorId, blinded, blinded.report())));
            case Finding.Changed changed ->
                Optional.of(new DisruptionChanged(disruption(monitorId, changed, changed.report()), changed.at()));
            case Finding.Reopened reopened ->
                Optional.of(new DisruptionReopened(disruption(monitorId, reopened, reopened.report()), reopened.at()));
            case Finding.Cleared cleared ->
                Optional.of(new DisruptionCleared(
                        disruption(monitorId, cleared, cleared.report()),
                        cleared.at(),
                        ClearReason.valueOf(cleared.reason().name())));
            case Finding.ReducedSight reduced -> Optional.empty();
        };
    }

    private static Disruption disruption(UUID monitorId, Finding finding, Report report) {
        Direction direction = Direction.valueOf(finding.direction().name());
        return new Disruption(
                Disruption.idOf(monitorId, direction, report.kind().name(), report.openedAt()),
                monitorId,
                direction,
                report.openedAt(),
                report.detectedAt(),
                fired(report.fired()),
                Severity.valueOf(report.severity().name()),
                cause(report.cause()),
                first(report.agreeing()),
                first(report.disagreeing()),
                report.evidence());
    }

    private static FiredRule fired(Fired fired) {
        double value = fired.value();
        double threshold = fired.threshold();
        Map<String, Double> numbers = switch (fired.rule()) {
            case "EVIDENCE", "LATENCY" -> Map.of("score", value, THRESHOLD, threshold);
            case "FAILURE_COUNTER" -> Map.of("counter", value, THRESHOLD, threshold);
            case "BURN_RATE" -> Map.of("burnRate", value / TENTHS, THRESHOLD, threshold / TENTHS);
            case "VOLUME" -> Map.of("seen", value, "expected", threshold);
            default -> Map.of("seconds", value, THRESHOLD, threshold);
        };
        return new FiredRule(fired.rule(), numbers);
    }

    private static Cause cause(org.mailcontinuity.detection.cause.Cause cause) {
        return new Cause(
                cause.stage().map(stage -> Stage.valueOf(stage.name())),
                cause.fault().map(fault -> Fault.valueOf(fault.name())),
                cause.route().map(DisruptionMessages::route),
                cut(cause.causeKey(), LONGEST_KEY),
                cut(cause.sentence(), LONGEST_SENTENCE),
                cause.confidence());
    }

    private static Route route(org.mailcontinuity.detection.observation.Route route) {
        return new Route(
                route.host(),
                route.port(),
                route.preference().isPresent() ? Optional.of(route.preference().getAsInt()) : Optional.empty());
    }

    private static List<String> first(List<String> vantages) {
        return vantages.subList(0, Math.min(MOST_VANTAGES, vantages.size()));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
