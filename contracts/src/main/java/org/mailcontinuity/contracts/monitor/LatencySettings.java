package org.mailcontinuity.contracts.monitor;

import java.time.Duration;
import org.mailcontinuity.contracts.Require;

/**
 * Settings of the rule LATENCY, which stands beside the one that was chosen.
 *
 * @param enabled whether mail that gets through slowly is a disruption (default yes)
 * @param floor what is never called slow, 100 ms to 10 min (default 2 s)
 */
public record LatencySettings(Boolean enabled, Duration floor) {
    public static final LatencySettings DEFAULT = new LatencySettings(true, Duration.ofSeconds(2));

    public LatencySettings {
        enabled = Require.orElse(enabled, Boolean.TRUE);
        floor = Require.orElse(floor, Duration.ofSeconds(2));
        Require.range("detection.latency.floor", floor, Duration.ofMillis(100), Duration.ofMinutes(10));
    }
}
