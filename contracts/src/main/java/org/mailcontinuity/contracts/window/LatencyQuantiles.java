package org.mailcontinuity.contracts.window;

import org.mailcontinuity.contracts.Require;

/** Quantiles of the total time of good samples, in milliseconds. */
public record LatencyQuantiles(long p50, long p90, long p99) {
    public LatencyQuantiles {
        Require.range("latency.p50", p50, 0, p90);
        Require.range("latency.p90", p90, p50, p99);
        Require.range("latency.p99", p99, p90, Long.MAX_VALUE);
    }
}
