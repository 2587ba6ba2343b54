package org.mailcontinuity.detection.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mailcontinuity.detection.observation.Direction;

/**
 * A monitor's detection settings, and what follows from them, computed once. Immutable.
 */
public final class DetectionSettings {
    private static final Duration LEAST_SILENCE = Duration.ofMinutes(3);
    private static final Duration UNREPORTED = Duration.ofMinutes(15);

    private final String domain;
    private final DetectionRule rule;
    private final Schedule schedule;
    private final Set<Direction> directions;
    private final Set<String> vantages;
    private final List<Maintenance> maintenance;
    private final Extras extras;

    private final long intervalMillis;
    private final long windowMillis;
    private final long liveMillis;
    private final long liveOutboundMillis;
    private final int evidenceThreshold;
    private final boolean evidence;
    private final boolean counter;
    private final long latencyFloor;

    /** Settings with nothing beside the rule. */
    public DetectionSettings(
            String domain,
            DetectionRule rule,
            Schedule schedule,
            Set<Direction> directions,
            Set<String> vantages,
            List<Maintenance> maintenance) {
        this(domain, rule, schedule, directions, vantages, maintenance, Extras.NONE);
    }

    /**
     * Settings.
     *
     * @param domain the monitored domain, for sentences; not blank
     * @param rule the rule that fires
     * @param directions the directions that are checked, at least one
     * @param vantages the vantages expected to look, at most 64; empty if any will do
     * @param maintenance spans in which nothing is raised
     */
    public DetectionSettings(
            String domain,
            DetectionRule rule,
            Schedule schedule,
            Set<Direction> directions,
            Set<String> vantages,
            List<Maintenance> maintenance,
            Extras extras) {
        if (domain.isBlank()) {
            throw new IllegalArgumentException("domain must not be blank");
        }
        Bounds.check("directions.size", directions.size(), 1, Direction.values().length);
        Bounds.check("vantages.size", vantages.size(), 0, 64);
        this.domain = domain;
        this.rule = rule;
        this.schedule = schedule;
        this.directions = Set.copyOf(directions);
        this.vantages = Set.copyOf(vantages);
        this.maintenance = List.copyOf(maintenance);
        this.extras = extras;
        this.intervalMillis = schedule.interval().toMillis();
        this.windowMillis = failureCounter().window().toMillis();
        this.liveMillis = schedule.live(false).toMillis();
        this.liveOutboundMillis = schedule.live(true).toMillis();
        this.counter = rule instanceof DetectionRule.FailureCounter;
        this.latencyFloor = extras.latency().map(Duration::toMillis).orElse(0L);
        this.evidence = rule instanceof DetectionRule.Evidence;
        this.evidenceThreshold = evidence ? rule.threshold() : Sensitivity.BALANCED.threshold();
    }

    /** The same with something else beside the rule. */
    public DetectionSettings withExtras(Extras other) {
        return new DetectionSettings(domain, rule, schedule, directions, vantages, maintenance, other);
    }

    public String domain() {
        return domain;
    }

    public DetectionRule rule() {
        return rule;
    }

    public Duration interval() {
        return schedule.interval();
    }

    public Set<Direction> directions() {
        return directions;
    }

    public Set<String> vantages() {
        return vantages;
    }

    /** What is done beside the rule. */
    public Extras extras() {
        return extras;
    }

    /** True if EVIDENCE is the rule that fires. */
    public boolean isEvidence() {
        return evidence;
    }

    /** True if FAILURE_COUNTER is the rule that fires. */
    public boolean isFailureCounter() {
        return counter;
    }

    /** What LATENCY never calls slow, in milliseconds; 0 if it is off. */
    public long latencyFloor() {
        return latencyFloor;
    }

    /** True unless only the real mail of a direction is counted. */
    public boolean isProbed(Direction direction) {
        return !extras.unprobed().contains(direction);
    }

    /** {@link #interval} in milliseconds. */
    public long intervalMillis() {
        return intervalMillis;
    }

    /** The failure counter's window in milliseconds. */
    public long windowMillis() {
        return windowMillis;
    }

    /** True if the instant, in epoch milliseconds, lies in a maintenance span. */
    public boolean inMaintenance(long at) {
        return !maintenance.isEmpty() && inMaintenance(Instant.ofEpochMilli(at));
    }

    /** True if the instant lies in a maintenance span. */
    public boolean inMaintenance(Instant at) {
        for (Maintenance span : maintenance) {
            if (span.covers(at)) {
                return true;
            }
        }
        return false;
    }

    /** How long a vantage counts as looking after its last vote, in milliseconds. @see Schedule#live */
    public long liveMillis(Direction direction) {
        return direction == Direction.OUTBOUND ? liveOutboundMillis : liveMillis;
    }

    /**
     * How long without any vote is silence (NO_DATA), in milliseconds: three minutes, and never less than
     * {@link #liveMillis}; where nobody probes, 15 minutes without a report of real mail.
     */
    public long silenceMillis(Direction direction) {
        return !isProbed(direction) ? UNREPORTED.toMillis() : Math.max(LEAST_SILENCE.toMillis(), liveMillis(direction));
    }

    /** The score at which EVIDENCE would fire; the balanced one where another rule decides. */
    public int evidenceThreshold() {
        return evidenceThreshold;
    }

    /** The failure counter's settings; the defaults where another rule decides. */
    public DetectionRule.FailureCounter failureCounter() {
        return rule instanceof DetectionRule.FailureCounter counter ? counter : DetectionRule.FailureCounter.DEFAULT;
    }

    /** The same with other spans of maintenance. */
    public DetectionSettings withMaintenance(List<Maintenance> spans) {
        return new DetectionSettings(domain, rule, schedule, directions, vantages, spans, extras);
    }
}
