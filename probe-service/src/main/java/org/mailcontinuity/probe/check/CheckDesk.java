package org.mailcontinuity.probe.check;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;

/** Takes requests to check now, a bounded number at once. Blocks its caller; safe for many threads. */
public final class CheckDesk {
    private static final int MOST_AT_ONCE = 20;

    private final CheckRunner runner;
    private final String vantage;
    private final ExecutorService threads;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    public CheckDesk(CheckRunner runner, String vantage, ExecutorService threads, InstantSource clock) {
        this.runner = runner;
        this.vantage = vantage;
        this.threads = threads;
        this.clock = clock;
    }

    /** @return empty if too many are under way */
    Optional<List<Checked>> check(MonitorDefinition definition, Set<Direction> directions) throws InterruptedException {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(runner.runOnce(definition, directions, vantage, threads, clock));
        } finally {
            places.release();
        }
    }
}
