package org.mailcontinuity.notifier.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.worker.Worker;

/** Runs the relay in the one replica that gets the lock: at once after a commit, and every second in any case. */
@Singleton
final class OutboxJob {
    private static final Logger LOG = Logger.getLogger(OutboxJob.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration CLEAN_EVERY = Duration.ofMinutes(10);

    private final DataSource database;
    private final OutboxRelay relay;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);
    private final Worker worker = Worker.named("outbox-relay");

    OutboxJob(DataSource database, OutboxRelay relay, InstantSource clock) {
        this.database = database;
        this.relay = relay;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        worker.start(this::serve);
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxPublisher.OutboxWritten written) {
        news.release();
    }

    void stop(@Observes ShutdownEvent event) {
        news.release();
        worker.stop();
    }

    private void serve() throws InterruptedException {
        try (OutboxConnection connection = new OutboxConnection(database, clock)) {
            if (!connection.tryLock()) {
                worker.pause(LOOK);
                return;
            }
            LOG.info("relay started");
            relay(connection);
        } catch (SQLException e) {
            LOG.warnf("relay interrupted cause=%s", e.getMessage());
            worker.pause(LOOK);
        }
    }

    private void relay(OutboxConnection connection) throws SQLException, InterruptedException {
        Instant clean = clock.instant();
        while (worker.running()) {
            if (!clock.instant().isBefore(clean)) {
                connection.forgetBefore(clock.instant().minus(KEPT));
                clean = clock.instant().plus(CLEAN_EVERY);
            }
            news.drainPermits();
            switch (relay.pass(connection)) {
                case MORE -> {}
                case DONE -> {
                    if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                    }
                }
                case BROKER_AWAY -> worker.pause(LOOK);
            }
        }
    }
}
