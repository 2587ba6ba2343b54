package org.mailcontinuity.events.monitor;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.revision.Revisions;

/** Puts the feature's plain classes together. */
final class MonitorBeans {
    @Produces
    @Singleton
    Revisions<MonitorEntity, Monitor, MonitorRequest> monitors(
            MonitorRepository rows,
            @All List<MonitorGuard> guards,
            Supplier<Function<MonitorDefinition, List<MaintenanceSpan>>> windows,
            OutboxPublisher outbox,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new Revisions<>(new MonitorKind(rows, guards, windows, outbox), audit, clock, random);
    }

    @Produces
    @Singleton
    MonitorUpkeep upkeep(
            MonitorRepository rows,
            Supplier<Function<MonitorDefinition, List<MaintenanceSpan>>> windows,
            Revisions<MonitorEntity, Monitor, MonitorRequest> revisions) {
        return new MonitorUpkeep(rows, windows, revisions);
    }
}
