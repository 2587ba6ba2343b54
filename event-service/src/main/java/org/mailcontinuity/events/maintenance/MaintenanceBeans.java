package org.mailcontinuity.events.maintenance;

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
import org.mailcontinuity.events.lifecycle.EventRepository;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.monitor.MonitorUpkeep;
import org.mailcontinuity.events.revision.Revisions;
import org.mailcontinuity.events.usergroup.UserGroupRepository;

/** Puts the feature's plain classes together. */
final class MaintenanceBeans {
    @Produces
    @Singleton
    Supplier<Function<MonitorDefinition, List<MaintenanceSpan>>> spans(
            WindowRepository rows, PlannedEvents events, InstantSource clock) {
        return () -> new MonitorSpans(rows.windows(), events.at(clock.instant()), clock.instant());
    }

    @Produces
    @Singleton
    PlannedEvents plannedEvents(EventRepository events, UserGroupRepository groups) {
        return new PlannedEvents(events::planned, groups::domains);
    }

    @Produces
    @Singleton
    Revisions<WindowEntity, StoredWindow, MaintenanceWindowRequest> windows(
            WindowRepository rows,
            MonitorRepository monitors,
            MonitorUpkeep upkeep,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new Revisions<>(new WindowKind(rows, monitors::missing, upkeep::refresh), audit, clock, random);
    }
}
