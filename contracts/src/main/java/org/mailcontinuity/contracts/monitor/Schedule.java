package org.mailcontinuity.contracts.monitor;

import java.time.Duration;
import org.mailcontinuity.contracts.Require;

/**
 * How often a monitor is checked.
 *
 * @param interval 1 s to 1 h (default 30 s)
 * @param timeout the longest that a whole check may take, 1 s to 5 min (default 60 s)
 */
public record Schedule(Duration interval, Duration timeout) {
    public static final Schedule DEFAULT = new Schedule(Duration.ofSeconds(30), Duration.ofSeconds(60));

    public Schedule {
        interval = Require.orElse(interval, Duration.ofSeconds(30));
        timeout = Require.orElse(timeout, Duration.ofSeconds(60));
        Require.range("schedule.interval", interval, Duration.ofSeconds(1), Duration.ofHours(1));
        Require.range("schedule.timeout", timeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
    }
}
