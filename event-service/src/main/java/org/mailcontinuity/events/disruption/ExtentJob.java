package org.mailcontinuity.events.disruption;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.events.alert.Alerts;

/** Tells alerts anew whose disruptions changed since, several changes at once. */
@Singleton
class ExtentJob {
    private final Alerts alerts;
    private final DisruptionRepository rows;

    ExtentJob(Alerts alerts, DisruptionRepository rows) {
        this.alerts = alerts;
        this.rows = rows;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        List<UUID> due = QuarkusTransaction.requiringNew().call(alerts::due);
        due.forEach(id -> QuarkusTransaction.requiringNew().run(() -> alerts.refresh(id, () -> rows.extent(id))));
    }
}
