package org.mailcontinuity.bench.detector;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Measures records a second over the last three quarters of them; the first quarter warms up.
 *
 * @param perSecond records a second
 */
record Pace(double perSecond) {
    private static final long LONGEST_NANOS = 300_000_000_000L;

    /** Waits until that many records were counted. @throws IllegalStateException if they do not come in five minutes */
    static Pace of(LongSupplier counted, long total) {
        long warm = total / 4;
        await(counted, warm);
        long begun = System.nanoTime();
        long first = counted.getAsLong();
        await(counted, total);
        return new Pace((total - first) / ((System.nanoTime() - begun) / 1e9));
    }

    static void await(LongSupplier counted, long wanted) {
        long begun = System.nanoTime();
        while (counted.getAsLong() < wanted) {
            if (System.nanoTime() - begun > LONGEST_NANOS) {
                throw new IllegalStateException("only " + counted.getAsLong() + " of " + wanted + " records came");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    static Pace of(LongAdder counted, long total) {
        return of(counted::sum, total);
    }
}
