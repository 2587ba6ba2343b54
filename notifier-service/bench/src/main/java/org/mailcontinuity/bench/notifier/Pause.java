package org.mailcontinuity.bench.notifier;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting, by the clock of the machine. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        until(System.nanoTime() + millis * 1_000_000);
    }

    /** @param nanos by {@link System#nanoTime} */
    static void until(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Whether it became so within {@code limit}. */
    static boolean await(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            millis(10);
        }
        return true;
    }
}
