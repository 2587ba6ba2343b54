package org.mailcontinuity.detection.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mailcontinuity.detection.observation.Direction;

/**
 * A monitor's detection settings.
 *
 * @param domain the monitored domain, for sentences; not blank
 * @param rule the rule that fires
 * @param interval time between rounds of checks, 1 second to 24 hours
 * @param timeout the longest a check may take, 1 second to 10 minutes
 * @param arrival how long an outbound test message is waited for on top of that, 0 to 2 hours
 * @param directions the directions that are checked, at least one
 * @param vantages the vantages expected to look; empty if any will do
 * @param maintenance spans in which nothing is raised
 */
public record DetectionSettings(
        String domain,
        DetectionRule rule,
        Duration interval,
        Duration timeout,
        Duration arrival,
        Set<Direction> directions,
        Set<String> vantages,
        List<Maintenance> maintenance) {

    private static final Duration LEAST_SILENCE = Duration.ofMinutes(3);

    public DetectionSettings {
        if (domain.isBlank()) {
            throw new IllegalArgumentException("domain must not be blank");
        }
        Bounds.check("schedule.interval", interval, Duration.ofSeconds(1), Duration.ofHours(24));
        Bounds.check("schedule.timeout", timeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Bounds.check("arrival", arrival, Duration.ZERO, Duration.ofHours(2));
        Bounds.check("directions.size", directions.size(), 1, Direction.values().length);
        Bounds.check("vantages.size", vantages.size(), 0, 64);
        directions = Set.copyOf(directions);
        vantages = Set.copyOf(vantages);
        maintenance = List.copyOf(maintenance);
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

    /**
     * How long a vantage counts as looking after its last vote: three intervals, and never less than an interval and the
     * longest check, which is how far apart two votes of a vantage may lie while every check times out.
     */
    public Duration live(Direction direction) {
        Duration longest = direction == Direction.OUTBOUND ? timeout.plus(arrival) : timeout;
        return longer(interval.multipliedBy(3), interval.plus(longest));
    }

    /** How long without any vote is silence (NO_DATA): three minutes, and never less than {@link #live}. */
    public Duration silence(Direction direction) {
        return longer(LEAST_SILENCE, live(direction));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The score at which EVIDENCE would fire; the balanced one where another rule decides. */
    public int evidenceThreshold() {
        return switch (rule) {
            case DetectionRule.Evidence evidence -> evidence.threshold();
            case DetectionRule.FailureCounter counter -> Sensitivity.BALANCED.threshold();
        };
    }

    /** The failure counter's settings; the defaults where another rule decides. */
    public DetectionRule.FailureCounter failureCounter() {
        return switch (rule) {
            case DetectionRule.Evidence evidence -> DetectionRule.FailureCounter.DEFAULT;
            case DetectionRule.FailureCounter counter -> counter;
        };
    }
}
