package org.mailcontinuity.events.alert;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Ends suspensions whose time is over. */
@Singleton
class AlertJob {
    private final Alerts alerts;
    private final AlertRepository rows;
    private final InstantSource clock;

    AlertJob(Alerts alerts, AlertRepository rows, InstantSource clock) {
        this.alerts = alerts;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wake() {
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> rows.awake(clock.instant()));
        due.forEach(id -> QuarkusTransaction.requiringNew().run(() -> alerts.command(id, new AlertCommand.Wake())));
    }
}
