package org.mailcontinuity.events.disruption;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.alert.AlertCommand;
import org.mailcontinuity.events.alert.Alerts;
import org.mailcontinuity.events.alert.Extent;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.timeline.TimelineEntry;
import org.mailcontinuity.events.timeline.TimelineKind;
import org.mailcontinuity.events.timeline.TimelineRepository;

/** Follows the detector, and closes disruptions for people. Every method runs in the caller's transaction. */
final class Disruptions {
    private final DisruptionRepository rows;
    private final MonitorRepository monitors;
    private final Alerts alerts;
    private final TimelineRepository timeline;
    private final InstantSource clock;

    Disruptions(
            DisruptionRepository rows,
            MonitorRepository monitors,
            Alerts alerts,
            TimelineRepository timeline,
            InstantSource clock) {
        this.rows = rows;
        this.monitors = monitors;
        this.alerts = alerts;
        this.timeline = timeline;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Takes in what the detector says. */
    void follow(DisruptionMessage message) {
        Optional<DisruptionEntity> row = rows.locked(message.disruptionId());
        if (row.isEmpty()) {
            begin(message);
            return;
        }
        if (row.get().toIncident().knownAfter(message.at())) {
            return;
        }
        switch (message) {
            case DisruptionOpened m -> {}
            case DisruptionChanged m -> change(row.get(), m);
            case DisruptionReopened m -> reopen(row.get(), m);
            case DisruptionCleared m -> clear(row.get(), m);
        }
    }

    /** Declares a disruption over. False if it is over already. */
    boolean close(UUID id, String by, String reason) {
        DisruptionEntity row = rows.locked(id).orElseThrow();
        Incident before = row.toIncident();
        if (before.state() != DisruptionState.OPEN) {
            return false;
        }
        Instant now = clock.instant();
        row.write(before.closed(by, reason, now));
        add(id, new TimelineEntry(now, TimelineKind.CLOSED, Optional.of(by), Optional.of(reason)));
        ended(before, extent -> new AlertCommand.Close(by, extent));
        return true;
    }

    /** The first that is heard of a disruption; what was over before is kept, and nobody is told. */
    private void begin(DisruptionMessage message) {
        Disruption disruption = message.disruption();
        Optional<MonitorDefinition> monitor =
                monitors.monitor(disruption.monitorId()).map(Monitor::definition);
        Incident opened = Incident.opened(
                disruption,
                monitor.map(MonitorDefinition::name).orElse("deleted monitor"),
                monitor.map(MonitorDefinition::domain).orElse("unknown"));
        add(
                opened.id(),
                new TimelineEntry(
                        disruption.detectedAt(),
                        TimelineKind.OPENED,
                        Optional.empty(),
                        Optional.of(disruption.cause().sentence())));
        if (message instanceof DisruptionCleared cleared) {
            rows.persist(DisruptionEntity.of(opened.cleared(disruption, cleared.at(), cleared.reason())));
            entry(message, TimelineKind.CLEARED, cleared.reason().name());
        } else {
            DisruptionEntity row = DisruptionEntity.of(opened);
            rows.persist(row);
            tell(row, disruption.detectedAt(), monitor.flatMap(MonitorDefinition::policyId));
        }
    }

    /** Lets the disruption of a row join an alert, or raise one. */
    private void tell(DisruptionEntity row, Instant at, Optional<UUID> policyId) {
        Incident incident = row.toIncident();
        UUID alertId = alerts.place(incident.disruption(), policyId, at);
        row.write(incident.toldBy(alertId));
        if (alertId.equals(AlertChanged.idOf(incident.id()))) {
            alerts.raise(incident.disruption(), policyId, at, rows.extent(alertId));
        } else {
            alerts.follow(alertId, incident.disruption().severity(), () -> rows.extent(alertId));
        }
    }

    /** One of an alert's disruptions is over: it goes on with the others, or {@code last} happens to it. */
    private void ended(Incident incident, Function<Extent, AlertCommand> last) {
        incident.alertId()
                .ifPresent(alertId ->
                        alerts.ended(alertId, () -> rows.anyLasts(alertId), last, () -> rows.extent(alertId)));
    }

    private void change(DisruptionEntity row, DisruptionChanged message) {
        Disruption before = row.toIncident().disruption();
        Disruption after = message.disruption();
        row.write(row.toIncident().changed(after, message.at()));
        if (before.severity() != after.severity()) {
            entry(message, TimelineKind.SEVERITY_CHANGED, before.severity() + " to " + after.severity());
        }
        if (!sameCause(before.cause(), after.cause())) {
            entry(message, TimelineKind.CAUSE_CHANGED, after.cause().sentence());
        }
        row.toIncident()
                .alertId()
                .ifPresent(alertId -> alerts.follow(alertId, after.severity(), () -> rows.extent(alertId)));
    }

    private void reopen(DisruptionEntity row, DisruptionReopened message) {
        Disruption after = message.disruption();
        row.write(row.toIncident().reopened(after, message.at()));
        entry(message, TimelineKind.REOPENED, after.cause().sentence());
        row.toIncident()
                .alertId()
                .ifPresentOrElse(
                        alertId -> alerts.reopened(alertId, after.severity(), message.at(), () -> rows.extent(alertId)),
                        () -> tell(row, message.at(), policyOf(after.monitorId())));
    }

    private Optional<UUID> policyOf(UUID monitorId) {
        return monitors.monitor(monitorId)
                .flatMap(monitor -> monitor.definition().policyId());
    }

    private void clear(DisruptionEntity row, DisruptionCleared message) {
        row.write(row.toIncident().cleared(message.disruption(), message.at(), message.reason()));
        entry(message, TimelineKind.CLEARED, message.reason().name());
        ended(row.toIncident(), AlertCommand.Clear::new);
    }

    private void entry(DisruptionMessage message, TimelineKind kind, String detail) {
        add(message.disruptionId(), new TimelineEntry(message.at(), kind, Optional.empty(), Optional.of(detail)));
    }

    private void add(UUID id, TimelineEntry entry) {
        timeline.add(id, entry);
    }

    /** A confidence that moves a little is no news. */
    private static boolean sameCause(Cause one, Cause other) {
        return one.causeKey().equals(other.causeKey()) && one.sentence().equals(other.sentence());
    }
}
