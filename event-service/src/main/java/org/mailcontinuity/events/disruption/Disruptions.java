package org.mailcontinuity.events.disruption;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.events.alert.AlertCommand;
import org.mailcontinuity.events.alert.Alerts;
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
            if (!(message instanceof DisruptionCleared)) {
                open(message.disruption());
            }
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
        alerts.command(AlertChanged.idOf(id), new AlertCommand.Close(by));
        return true;
    }

    private void open(Disruption disruption) {
        Optional<Monitor> monitor = monitors.monitor(disruption.monitorId());
        String name = monitor.map(found -> found.definition().name()).orElse("deleted monitor");
        String domain = monitor.map(found -> found.definition().domain()).orElse("unknown");
        rows.persist(DisruptionEntity.of(Incident.opened(disruption, name, domain)));
        add(
                disruption.disruptionId(),
                new TimelineEntry(
                        disruption.detectedAt(),
                        TimelineKind.OPENED,
                        Optional.empty(),
                        Optional.of(disruption.cause().sentence())));
        alerts.raise(disruption, new AffectedMonitor(disruption.monitorId(), name, domain, disruption.direction()));
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
        alerts.command(
                AlertChanged.idOf(after.disruptionId()), new AlertCommand.Update(after.severity(), after.cause()));
    }

    private void reopen(DisruptionEntity row, DisruptionReopened message) {
        Disruption after = message.disruption();
        row.write(row.toIncident().reopened(after, message.at()));
        entry(message, TimelineKind.REOPENED, after.cause().sentence());
        alerts.command(
                AlertChanged.idOf(after.disruptionId()), new AlertCommand.Reopen(after.severity(), after.cause()));
    }

    private void clear(DisruptionEntity row, DisruptionCleared message) {
        row.write(row.toIncident().cleared(message.disruption(), message.at(), message.reason()));
        entry(message, TimelineKind.CLEARED, message.reason().name());
        alerts.command(AlertChanged.idOf(message.disruptionId()), new AlertCommand.Clear());
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
