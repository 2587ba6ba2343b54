package org.mailcontinuity.bench.detector;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * Measures records a second over the last three quarters of them; the first quarter warms up. Beside it the processor time
 * of the threads that do the work, which says more where the machine is shared.
 *
 * @param perSecond records a second by the clock
 * @param micros microseconds of processor time a record
 */
record Pace(double perSecond, double micros) {
    private static final long LONGEST_NANOS = 300_000_000_000L;

    /**
     * Waits until that many records were counted.
     *
     * @param threads part of the names of the threads that do the work
     * @throws IllegalStateException if they do not come in five minutes
     */
    static Pace of(LongSupplier counted, long total, String threads) {
        long warm = total / 4;
        await(counted, warm);
        long begun = System.nanoTime();
        long worked = processorNanos(threads);
        long first = counted.getAsLong();
        await(counted, total);
        double records = total - first;
        return new Pace(
                records / ((System.nanoTime() - begun) / 1e9), (processorNanos(threads) - worked) / 1e3 / records);
    }

    private static long processorNanos(String threads) {
        ThreadMXBean all = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : all.getThreadInfo(all.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains(threads)) {
                nanos += Math.max(0, all.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
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
}
