package org.mailcontinuity.detector.monitor;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Outbound;
import org.mailcontinuity.contracts.monitor.Traffic;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Extras;
import org.mailcontinuity.detection.rule.Maintenance;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;

/**
 * What the detector takes from a monitor's definition.
 *
 * @param enabled false while the monitor is switched off
 * @param detection settings of the core
 */
public record MonitorSettings(UUID monitorId, boolean enabled, DetectionSettings detection) {
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(1);

    /** The settings of a definition. A rule of a later release is judged by EVIDENCE. */
    public static MonitorSettings of(MonitorDefinition definition) {
        return new MonitorSettings(
                definition.monitorId(),
                definition.enabled(),
                new DetectionSettings(
                        definition.domain(),
                        rule(definition.detection()),
                        new Schedule(
                                definition.schedule().interval(),
                                definition.schedule().timeout(),
                                definition
                                        .outbound()
                                        .map(MonitorSettings::arrival)
                                        .orElse(Duration.ZERO)),
                        directions(definition),
                        new HashSet<>(definition.vantages()),
                        maintenance(definition.maintenance()),
                        extras(definition)));
    }

    /** Key of its messages and of its state. */
    public String key() {
        return monitorId.toString();
    }

    /** The same with or without asking other vantages at once when one sees a failure. */
    public MonitorSettings withConfirmations(boolean asked) {
        return new MonitorSettings(
                monitorId, enabled, detection.withExtras(detection.extras().withConfirmations(asked)));
    }

    private static DetectionRule rule(org.mailcontinuity.contracts.monitor.DetectionSettings detection) {
        return switch (detection.rule()) {
            case FAILURE_COUNTER ->
                new DetectionRule.FailureCounter(
                        detection.counter().window(), detection.counter().threshold());
            case BURN_RATE -> new DetectionRule.BurnRate(detection.burnRate().objective());
            case EVIDENCE, UNKNOWN -> new DetectionRule.Evidence(sensitivity(detection));
        };
    }

    private static Sensitivity sensitivity(org.mailcontinuity.contracts.monitor.DetectionSettings detection) {
        return switch (detection.sensitivity()) {
            case FAST -> Sensitivity.FAST;
            case BALANCED, UNKNOWN -> Sensitivity.BALANCED;
            case QUIET -> Sensitivity.QUIET;
        };
    }

    private static Set<Direction> directions(MonitorDefinition definition) {
        Set<Direction> directions = probed(definition);
        directions.addAll(counted(definition));
        return directions;
    }

    private static Set<Direction> probed(MonitorDefinition definition) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        definition.inbound().ifPresent(inbound -> directions.add(Direction.INBOUND));
        definition.outbound().ifPresent(outbound -> directions.add(Direction.OUTBOUND));
        return directions;
    }

    private static Set<Direction> counted(MonitorDefinition definition) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (var direction : definition.traffic().map(Traffic::directions).orElse(List.of())) {
            switch (direction) {
                case INBOUND -> directions.add(Direction.INBOUND);
                case OUTBOUND -> directions.add(Direction.OUTBOUND);
                case ACCESS, UNKNOWN -> {}
            }
        }
        return directions;
    }

    private static Extras extras(MonitorDefinition definition) {
        var detection = definition.detection();
        Set<Direction> unprobed = counted(definition);
        unprobed.removeAll(probed(definition));
        return new Extras(
                false,
                detection.latency().enabled() ? Optional.of(detection.latency().floor()) : Optional.empty(),
                detection.volume().enabled(),
                unprobed);
    }

    /** A late message is waited for as long again as it may take, at most a minute. */
    private static Duration arrival(Outbound outbound) {
        Duration limit = outbound.latencyLimit();
        return limit.plus(limit.compareTo(LONGEST_GRACE) < 0 ? limit : LONGEST_GRACE);
    }

    private static List<Maintenance> maintenance(List<MaintenanceSpan> spans) {
        return spans.stream()
                .filter(span -> span.until().isAfter(span.from()))
                .map(span -> new Maintenance(span.from(), span.until()))
                .toList();
    }
}
