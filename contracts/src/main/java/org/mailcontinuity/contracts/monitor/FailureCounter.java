package org.mailcontinuity.contracts.monitor;

import java.time.Duration;
import org.mailcontinuity.contracts.Require;

/**
 * Settings of the rule {@link Rule#FAILURE_COUNTER}.
 *
 * @param window the length of a window, 1 s to 1 h (default 2 min)
 * @param threshold how many failed windows raise a disruption, 1 to 100 (default 3)
 */
public record FailureCounter(Duration window, Integer threshold) {
    public static final FailureCounter DEFAULT = new FailureCounter(Duration.ofMinutes(2), 3);

    public FailureCounter {
        window = Require.orElse(window, Duration.ofMinutes(2));
        threshold = Require.orElse(threshold, 3);
        Require.range("detection.counter.window", window, Duration.ofSeconds(1), Duration.ofHours(1));
        Require.range("detection.counter.threshold", threshold, 1, 100);
    }
}
