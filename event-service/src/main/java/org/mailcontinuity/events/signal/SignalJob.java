package org.mailcontinuity.events.signal;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.mailcontinuity.events.worker.Worker;

/** Listens to the database for as long as the service runs, and again after the database was away. */
@Singleton
final class SignalJob {
    private static final Logger LOG = Logger.getLogger(SignalJob.class);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final DataSource database;
    private final Signals signals;
    private final Worker worker = Worker.named("signals");

    SignalJob(DataSource database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        worker.start(this::listen);
    }

    /** Comes before the server waits for open requests to end. */
    void announceEnd(@Observes ShutdownDelayInitiatedEvent event) {
        signals.close();
    }

    void stop(@Observes ShutdownEvent event) {
        signals.close();
        worker.stop();
    }

    private void listen() throws InterruptedException {
        try (SignalConnection connection = new SignalConnection(database)) {
            signals.deliverToAll();
            while (worker.running()) {
                connection.await(signals, WAIT);
            }
        } catch (SQLException e) {
            LOG.warnf("signals interrupted cause=%s", e.getMessage());
            worker.pause(Duration.ofSeconds(1));
        }
    }
}
