package org.mailcontinuity.events.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.policy.Policy;
import org.mailcontinuity.events.policy.PolicyRepository;
import org.mailcontinuity.events.policy.Recipients;
import org.mailcontinuity.events.timeline.TimelineEntry;
import org.mailcontinuity.events.timeline.TimelineKind;
import org.mailcontinuity.events.timeline.TimelineRepository;

/**
 * Raises alerts and passes commands to them. Every method runs in the caller's transaction, in which the new state, its
 * message and its place in the timeline are written together.
 */
public final class Alerts {
    private static final Duration DEFAULT_REPEAT = Duration.ofMinutes(30);

    private final AlertRepository rows;
    private final MonitorRepository monitors;
    private final PolicyRepository policies;
    private final Recipients recipients;
    private final TimelineRepository timeline;
    private final OutboxPublisher outbox;
    private final InstantSource clock;

    Alerts(
            AlertRepository rows,
            MonitorRepository monitors,
            PolicyRepository policies,
            Recipients recipients,
            TimelineRepository timeline,
            OutboxPublisher outbox,
            InstantSource clock) {
        this.rows = rows;
        this.monitors = monitors;
        this.policies = policies;
        this.recipients = recipients;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Raises the alert of a disruption that has none. */
    public void raise(Disruption disruption, AffectedMonitor monitor) {
        Alert alert = Alert.firing(disruption, monitor, clock.instant());
        if (rows.locked(alert.alertId()).isEmpty()) {
            AlertChanged message = message(alert);
            rows.persist(AlertEntity.of(alert, message));
            outbox.add(message);
        }
    }

    /** Passes {@code command} to an alert. An alert that is not there changes nothing. */
    public AlertDecision command(UUID alertId, AlertCommand command) {
        Optional<AlertEntity> row = rows.locked(alertId);
        if (row.isEmpty()) {
            return new AlertDecision.Unchanged();
        }
        Instant now = clock.instant();
        AlertDecision decision = row.get().toAlert().decide(command, now);
        if (decision instanceof AlertDecision.Changed changed) {
            AlertChanged message = message(changed.alert());
            row.get().write(changed.alert(), message);
            outbox.add(message);
            entry(command, now).ifPresent(entry -> timeline.add(changed.alert().disruptionId(), entry));
        }
        return decision;
    }

    /** Follows the continuity event that answers an alert; {@code entry} is what happened to it. */
    public void answered(UUID alertId, EventAnswer answer, TimelineEntry entry) {
        rows.alert(alertId).ifPresent(alert -> {
            command(alertId, new AlertCommand.Answer(answer));
            timeline.add(alert.disruptionId(), entry);
        });
    }

    private AlertChanged message(Alert alert) {
        Optional<Policy> policy = monitors.monitor(alert.monitor().monitorId())
                .map(Monitor::definition)
                .flatMap(MonitorDefinition::policyId)
                .flatMap(policies::policy);
        List<AlertStep> steps = policy.map(recipients::steps).orElse(List.of());
        return AlertMessage.of(alert, steps, policy.map(Policy::repeatInterval).orElse(DEFAULT_REPEAT));
    }

    /** What people did or asked for; what the detector and events did stands in the timeline already. */
    private static Optional<TimelineEntry> entry(AlertCommand command, Instant now) {
        return switch (command) {
            case AlertCommand.Acknowledge c ->
                Optional.of(new TimelineEntry(now, TimelineKind.ACKNOWLEDGED, Optional.of(c.by()), Optional.empty()));
            case AlertCommand.Suspend c ->
                Optional.of(new TimelineEntry(
                        now, TimelineKind.SUSPENDED, Optional.of(c.by()), Optional.of("until " + c.until())));
            case AlertCommand.Wake c ->
                Optional.of(new TimelineEntry(now, TimelineKind.SUSPENSION_ENDED, Optional.empty(), Optional.empty()));
            case AlertCommand.Update c -> Optional.empty();
            case AlertCommand.Reopen c -> Optional.empty();
            case AlertCommand.Clear c -> Optional.empty();
            case AlertCommand.Close c -> Optional.empty();
            case AlertCommand.Answer c -> Optional.empty();
        };
    }
}
