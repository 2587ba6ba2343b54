package org.mailcontinuity.events.window;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** Makes the partitions of the days ahead, and drops those of days that are no longer kept. */
@Singleton
class WindowJob {
    private final WindowPartitions partitions;
    private final WindowRepository rows;
    private final InstantSource clock;

    WindowJob(WindowPartitions partitions, WindowRepository rows, InstantSource clock) {
        this.partitions = partitions;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        QuarkusTransaction.requiringNew().run(() -> partitions.keep(clock.instant()));
        partitions.remember(QuarkusTransaction.requiringNew().call(() -> Set.copyOf(rows.partitions())));
    }
}
