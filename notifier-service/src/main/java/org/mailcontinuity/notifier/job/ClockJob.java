package org.mailcontinuity.notifier.job;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps work from waiting for a time that has been already: when the machine's clock is put back, what is planned is put
 * back with it. Work that comes too early, since two replicas saw the step, does no harm. A clock put forward needs
 * nothing: what it makes due is done.
 */
@Singleton
class ClockJob {
    private static final Logger LOG = Logger.getLogger(ClockJob.class);

    private final Session database;
    private final InstantSource clock;
    private @Nullable ClockSteps steps;

    ClockJob(Session database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        steps = new ClockSteps(clock.instant(), System.nanoTime());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void look() {
        Optional<Duration> back = steps == null ? Optional.empty() : steps.back(clock.instant(), System.nanoTime());
        if (back.isPresent()) {
            int moved = database.createNativeMutationQuery("""
                            update scheduled_tasks set execution_time =
                                greatest(cast(:now as timestamptz), execution_time - make_interval(secs => :back))
                            where not picked and execution_time > :now""")
                    .setParameter("now", clock.instant())
                    .setParameter("back", (double) back.get().toSeconds())
                    .executeUpdate();
            LOG.warnf("clock was put back by=%s jobs=%d", back.get(), moved);
        }
    }
}
