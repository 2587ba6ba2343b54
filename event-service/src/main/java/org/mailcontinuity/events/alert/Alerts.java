package org.mailcontinuity.events.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.Severity;
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
    /** How far apart disruptions with a cause in common may be found to be told as one. */
    private static final Duration TOGETHER = Duration.ofSeconds(120);

    /** How long an alert rests before it is told again because of one more disruption. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What an alert may take as a message, well below what a reader accepts; of one that takes more, fewer are named. */
    private static final int LARGEST = 200 * 1024;

    private static final int FEWER_NAMED = 40;

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

    /**
     * The alert that a disruption found just now belongs to: one with the same cause under the same policy that was raised
     * at most two minutes before or after {@code at}, whose row the transaction holds from now on; else one of its own. Whoever
     * asks the same meanwhile waits for the end of the transaction.
     */
    public UUID place(Disruption disruption, Optional<UUID> policyId, Instant at) {
        CommonCause common = CommonCause.of(disruption.cause());
        rows.holdCause(common.key(), policyId);
        return rows.toJoin(common.key(), policyId, at, TOGETHER)
                .orElseGet(() -> AlertChanged.idOf(disruption.disruptionId()));
    }

    /** Raises the alert of a disruption, found at {@code at}, that has none. */
    public void raise(Disruption disruption, Optional<UUID> policyId, Instant at, Extent extent) {
        Alert alert = Alert.firing(disruption, policyId, extent, clock.instant());
        if (rows.locked(alert.alertId()).isEmpty()) {
            AlertChanged message = message(alert);
            rows.persist(AlertEntity.of(alert, at, message));
            outbox.add(message);
        }
    }

    /**
     * One of an alert's disruptions began or changed. A rise of severity is told at once, the rest together with what
     * follows within a second or two: of a provider's thousands of domains each would tell of all others again.
     *
     * @param severity of that disruption, now
     * @param extent what the alert is about once its row is held; asked then
     */
    public void follow(UUID alertId, Severity severity, Supplier<Extent> extent) {
        rows.locked(alertId).ifPresent(row -> follow(row, row.worsenedBy(severity), extent));
    }

    /**
     * One of an alert's disruptions is over. The end of the last is told at once.
     *
     * @param lasts whether another one lasts, once the alert's row is held
     * @param last what happens to the alert with the last one
     */
    public void ended(
            UUID alertId, BooleanSupplier lasts, Function<Extent, AlertCommand> last, Supplier<Extent> extent) {
        rows.locked(alertId).ifPresent(row -> {
            if (lasts.getAsBoolean()) {
                follow(row, false, extent);
            } else {
                draw(row, last.apply(extent.get()));
            }
        });
    }

    /** One of an alert's disruptions came back at {@code at}: others may join again. */
    public void reopened(UUID alertId, Severity severity, Instant at, Supplier<Extent> extent) {
        rows.locked(alertId).ifPresent(row -> {
            if (row.resolved()) {
                draw(row, new AlertCommand.Reopen(extent.get()));
            } else {
                follow(row, row.worsenedBy(severity), extent);
            }
            if (row.toAlert().episode() > 1) {
                row.anchor(at);
            }
        });
    }

    /** Tells of an alert's disruptions what was not told yet, if that is due. */
    public void refresh(UUID alertId, Supplier<Extent> extent) {
        rows.locked(alertId)
                .filter(row -> row.due(clock.instant()))
                .ifPresent(row -> draw(row, new AlertCommand.Update(extent.get())));
    }

    /** Alerts that are to be told anew. */
    public List<UUID> due() {
        return rows.due(clock.instant());
    }

    private void follow(AlertEntity row, boolean worse, Supplier<Extent> extent) {
        if (row.resolved()) {
            return;
        }
        row.changed(PAUSE);
        if (worse || row.due(clock.instant())) {
            draw(row, new AlertCommand.Update(extent.get()));
        }
    }

    /** Passes a command that says what the alert is about now. */
    private void draw(AlertEntity row, AlertCommand command) {
        decide(row, command);
        row.drawn(clock.instant());
    }

    /** Passes {@code command} to an alert. An alert that is not there changes nothing. */
    public AlertDecision command(UUID alertId, AlertCommand command) {
        return rows.locked(alertId).map(row -> decide(row, command)).orElseGet(AlertDecision.Unchanged::new);
    }

    private AlertDecision decide(AlertEntity row, AlertCommand command) {
        Instant now = clock.instant();
        AlertDecision decision = row.toAlert().decide(command, now);
        if (decision instanceof AlertDecision.Changed changed) {
            AlertChanged message = message(changed.alert());
            row.write(changed.alert(), message);
            outbox.add(message);
            entry(command, now).ifPresent(entry -> timeline.add(row.id(), entry));
        }
        return decision;
    }

    /** Follows the continuity event that answers an alert; {@code entry} is what happened to it. */
    public void answered(UUID alertId, EventAnswer answer, TimelineEntry entry) {
        rows.alert(alertId).ifPresent(alert -> {
            command(alertId, new AlertCommand.Answer(answer));
            timeline.add(alertId, entry);
        });
    }

    private AlertChanged message(Alert alert) {
        Optional<Policy> policy = alert.policyId().flatMap(policies::policy).or(() -> presentPolicy(alert));
        List<AlertStep> steps = policy.map(recipients::steps).orElse(List.of());
        AlertChanged whole = AlertMessage.of(alert, alert.extent().monitors(), steps, policy);
        boolean fits = alert.extent().monitors().size() <= FEWER_NAMED || Messages.encode(whole).length <= LARGEST;
        return fits ? whole : AlertMessage.of(alert, alert.extent().monitors().subList(0, FEWER_NAMED), steps, policy);
    }

    /** That of the monitor concerned, for an alert that was raised under none or whose policy is gone. */
    private Optional<Policy> presentPolicy(Alert alert) {
        return monitors.monitor(alert.extent().leading().monitorId())
                .map(Monitor::definition)
                .flatMap(MonitorDefinition::policyId)
                .flatMap(policies::policy);
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
