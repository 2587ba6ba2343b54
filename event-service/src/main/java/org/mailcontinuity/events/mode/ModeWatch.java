package org.mailcontinuity.events.mode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mailcontinuity.events.signal.Signals;

/** Waits until an answer about mode is news to whoever asked. Blocks the caller's (virtual) thread. */
final class ModeWatch {
    private final Signals signals;
    private final InstantSource clock;

    ModeWatch(Signals signals, InstantSource clock) {
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * @param read gives the answer as it is
     * @param news whether that is worth telling
     * @return the first answer that is news, or after {@code most} the last one
     */
    <T> T await(Supplier<T> read, Predicate<T> news, Duration most) {
        Semaphore wake = new Semaphore(0);
        Runnable noMode = signals.listen(Signals.Channel.MODE, scope -> wake.release());
        Runnable noAudience = signals.listen(Signals.Channel.AUDIENCE, group -> wake.release());
        try {
            Instant end = clock.instant().plus(most);
            T answer = read.get();
            while (!news.test(answer) && !signals.closed() && woken(wake, Duration.between(clock.instant(), end))) {
                answer = read.get();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return read.get();
        } finally {
            noMode.run();
            noAudience.run();
        }
    }

    private static boolean woken(Semaphore wake, Duration time) throws InterruptedException {
        boolean woken = wake.tryAcquire(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        wake.drainPermits();
        return woken;
    }
}
