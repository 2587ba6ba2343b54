package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.event.Scope;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.contracts.reply.ReplyOutcome;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.lifecycle.EventRepository;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * Does what a contact answered by SMS, as if it had been done on the alert's page, in the caller's transaction. What was not
 * said is what the page would choose: an event lasts and covers what the monitor says, silence lasts an hour.
 */
final class Replies {
    private static final Duration USUAL_SUSPENSION = Duration.ofHours(1);

    private final Door door;
    private final Deeds deeds;
    private final AlertRepository alerts;
    private final MonitorRepository monitors;
    private final EventRepository events;
    private final InstantSource clock;

    Replies(
            Door door,
            Deeds deeds,
            AlertRepository alerts,
            MonitorRepository monitors,
            EventRepository events,
            InstantSource clock) {
        this.door = door;
        this.deeds = deeds;
        this.alerts = alerts;
        this.monitors = monitors;
        this.events = events;
        this.clock = clock;
    }

    ReplyHandled handle(ContactReplied replied) {
        Instant now = clock.instant();
        return switch (door.openTo(replied.alertId(), replied.contactId(), now)) {
            case Opening.Shut shut -> handled(replied, ReplyOutcome.WITHDRAWN, now, Optional.empty());
            case Opening.Open open -> handle(replied, open, now);
        };
    }

    private ReplyHandled handle(ContactReplied replied, Opening.Open open, Instant now) {
        Optional<Action> action = action(replied);
        if (action.isEmpty()) {
            return handled(replied, ReplyOutcome.NOT_POSSIBLE, now, Optional.empty());
        }
        Actor contact = Actor.contact(open.contact().name(), replied.channel().name());
        ReplyOutcome outcome = word(perform(action.get(), open, contact, now));
        return handled(replied, outcome, now, until(action.get(), outcome, replied.alertId(), now));
    }

    private Outcome perform(Action action, Opening.Open open, Actor contact, Instant now) {
        try {
            return deeds.perform(action, open, contact, now);
        } catch (RefusedException e) {
            return Outcome.NOT_POSSIBLE;
        }
    }

    private Optional<Action> action(ContactReplied replied) {
        return switch (replied.command()) {
            case ACKNOWLEDGE -> Optional.of(new Action.Acknowledge());
            case SUSPEND -> Optional.of(new Action.Suspend(replied.duration().orElse(USUAL_SUSPENSION)));
            case START -> Optional.of(start(replied));
            case END -> Optional.of(new Action.End(Optional.empty()));
            case UNKNOWN -> Optional.empty();
        };
    }

    private Action start(ContactReplied replied) {
        Activation activation = alerts.message(replied.alertId())
                .map(AlertChanged::monitors)
                .flatMap(affected -> monitors.monitor(affected.getFirst().monitorId()))
                .map(Monitor::definition)
                .map(MonitorDefinition::activation)
                .orElse(Activation.BY_HAND);
        List<UUID> groups = activation.scope().map(Scope::groupIds).orElse(List.of());
        return new Action.Start(replied.duration().orElse(activation.duration()), groups, false);
    }

    private Optional<Instant> until(Action action, ReplyOutcome outcome, UUID alertId, Instant now) {
        return switch (outcome) {
            case SUSPENDED ->
                action instanceof Action.Suspend suspend ? Optional.of(now.plus(suspend.length())) : Optional.empty();
            case STARTED, ALREADY_STARTED ->
                events.openForAlert(alertId).map(event -> event.life().span().until());
            case ACKNOWLEDGED,
                    ALREADY_ACKNOWLEDGED,
                    ALREADY_RESOLVED,
                    ENDED,
                    REPEATED,
                    NOT_POSSIBLE,
                    WITHDRAWN,
                    UNKNOWN -> Optional.empty();
        };
    }

    private static ReplyOutcome word(Outcome outcome) {
        return switch (outcome) {
            case ACKNOWLEDGED -> ReplyOutcome.ACKNOWLEDGED;
            case ALREADY_ACKNOWLEDGED -> ReplyOutcome.ALREADY_ACKNOWLEDGED;
            case ALREADY_RESOLVED -> ReplyOutcome.ALREADY_RESOLVED;
            case SUSPENDED -> ReplyOutcome.SUSPENDED;
            case STARTED -> ReplyOutcome.STARTED;
            case ALREADY_STARTED -> ReplyOutcome.ALREADY_STARTED;
            case ENDED -> ReplyOutcome.ENDED;
            case EXTENDED, REPEATED -> ReplyOutcome.REPEATED;
            case NOT_POSSIBLE, NOT_UNDERSTOOD -> ReplyOutcome.NOT_POSSIBLE;
        };
    }

    private static ReplyHandled handled(
            ContactReplied replied, ReplyOutcome outcome, Instant at, Optional<Instant> until) {
        return new ReplyHandled(replied.replyId(), replied.alertId(), replied.contactId(), outcome, at, until);
    }
}
