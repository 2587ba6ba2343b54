package org.mailcontinuity.probe.kafka;

import java.time.Duration;
import java.util.Optional;

/**
 * How far this machine's clock is ahead of the broker's, seen at records that the broker dates. The truth lies between
 * what the moments before and after the write say; the sharpest of the last observations counts.
 */
final class ClockOffset {
    private static final int KEPT_FOR = 64;

    private long offsetMillis;
    private long uncertaintyMillis = Long.MAX_VALUE;
    private int age;

    /** All in milliseconds since 1970: before the write, after its acknowledgement, and as the broker dated it. */
    synchronized void observe(long before, long after, long broker) {
        long uncertainty = after - before;
        age++;
        if (uncertainty >= 0 && (uncertainty <= uncertaintyMillis || age > KEPT_FOR)) {
            offsetMillis = before + uncertainty / 2 - broker;
            uncertaintyMillis = uncertainty;
            age = 0;
        }
    }

    synchronized Optional<Duration> get() {
        return uncertaintyMillis == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofMillis(offsetMillis));
    }
}
