package org.mailcontinuity.events.maintenance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.mailcontinuity.events.monitor.MonitorUpkeep;

/** Brings the occurrences that come near to the monitors, and takes those away that are over. */
@Singleton
class MaintenanceJob {
    private final MonitorUpkeep upkeep;

    MaintenanceJob(MonitorUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Scheduled(every = "10m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        QuarkusTransaction.requiringNew().run(upkeep::refresh);
    }
}
