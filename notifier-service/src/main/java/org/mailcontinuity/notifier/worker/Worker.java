package org.mailcontinuity.notifier.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thread that repeats a round until it is stopped. Started and stopped once. */
public final class Worker {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final String name;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    private Worker(String name) {
        this.name = name;
    }

    public static Worker named(String name) {
        return new Worker(name);
    }

    /** What a worker does over and over. A failure other than an interruption ends the worker. */
    public interface Round {
        void run() throws InterruptedException;
    }

    public void start(Round round) {
        thread = Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                while (running()) {
                    round.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public boolean running() {
        return stopped.getCount() > 0;
    }

    /** Waits for {@code time}, or until the worker is told to stop. */
    public void pause(Duration time) throws InterruptedException {
        boolean stop = stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        assert stop || running();
    }

    /** Ends the worker after this round. Called by the round itself. */
    public void finish() {
        stopped.countDown();
    }

    /** Tells the worker to stop and waits until its round has ended, at most 8 s. */
    public void stop() {
        stopped.countDown();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(LONGEST_STOP)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
