package org.mailcontinuity.detection.rule;

import java.time.Duration;

/**
 * When a monitor's checks run, and how long they may take.
 *
 * @param interval time between rounds of checks, 1 second to 24 hours
 * @param timeout the longest a check may take, 1 second to 10 minutes
 * @param arrival how long an outbound test message is waited for on top of that, 0 to 2 hours
 */
public record Schedule(Duration interval, Duration timeout, Duration arrival) {
    public Schedule {
        Bounds.check("schedule.interval", interval, Duration.ofSeconds(1), Duration.ofHours(24));
        Bounds.check("schedule.timeout", timeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Bounds.check("arrival", arrival, Duration.ZERO, Duration.ofHours(2));
    }

    /** A schedule without messages to wait for. */
    public static Schedule of(Duration interval, Duration timeout) {
        return new Schedule(interval, timeout, Duration.ZERO);
    }

    /**
     * How long a vantage counts as looking after its last vote: three intervals, and never less than an interval and the
     * longest check, which is how far apart two votes of a vantage may lie while every check times out.
     */
    Duration live(boolean outbound) {
        Duration rounds = interval.multipliedBy(3);
        Duration slow = interval.plus(outbound ? timeout.plus(arrival) : timeout);
        return rounds.compareTo(slow) >= 0 ? rounds : slow;
    }
}
