package org.mailcontinuity.events.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertCommand;
import org.mailcontinuity.events.alert.AlertDecision;
import org.mailcontinuity.events.alert.AlertRefusal;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.alert.Alerts;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.lifecycle.Command;
import org.mailcontinuity.events.lifecycle.ContinuityEvent;
import org.mailcontinuity.events.lifecycle.EventLifecycle;
import org.mailcontinuity.events.lifecycle.EventNotices;
import org.mailcontinuity.events.lifecycle.EventPlan;
import org.mailcontinuity.events.lifecycle.EventScope;
import org.mailcontinuity.events.usergroup.UserGroupRepository;

/**
 * Does what a contact wants done about an alert, in the caller's transaction and audited under the contact's name. What
 * the life of an event does not allow leaves this as a refusal thrown by {@link EventLifecycle}.
 */
final class Deeds {
    private static final int LONGEST_NAME = 100;

    private final Alerts alerts;
    private final AlertRepository alertRows;
    private final EventLifecycle events;
    private final UserGroupRepository groups;
    private final AuditRepository audit;

    Deeds(
            Alerts alerts,
            AlertRepository alertRows,
            EventLifecycle events,
            UserGroupRepository groups,
            AuditRepository audit) {
        this.alerts = alerts;
        this.alertRows = alertRows;
        this.events = events;
        this.groups = groups;
        this.audit = audit;
    }

    Outcome perform(Action action, Opening.Open open, Actor contact, Instant now) {
        return switch (action) {
            case Action.Acknowledge a ->
                command(
                        open,
                        "acknowledge",
                        new AlertCommand.Acknowledge(contact.name()),
                        contact,
                        Outcome.ACKNOWLEDGED);
            case Action.Suspend a ->
                command(
                        open,
                        "suspend-notifications",
                        new AlertCommand.Suspend(contact.name(), now.plus(a.length())),
                        contact,
                        Outcome.SUSPENDED);
            case Action.Start a -> start(a, open, contact);
            case Action.Extend a -> onEvent(open, new Command.ExtendTo(a.until()), contact, Outcome.EXTENDED);
            case Action.End a -> onEvent(open, new Command.End(a.reason()), contact, Outcome.ENDED);
        };
    }

    private Outcome command(Opening.Open open, String verb, AlertCommand command, Actor contact, Outcome done) {
        UUID id = open.alert().alertId();
        Optional<AlertChanged> before = alertRows.message(id);
        return switch (alerts.command(id, command)) {
            case AlertDecision.Changed changed -> {
                audit.record(
                        contact,
                        verb,
                        "alert",
                        id,
                        before.orElse(null),
                        alertRows.message(id).orElse(null));
                yield done;
            }
            case AlertDecision.Unchanged unchanged -> Outcome.REPEATED;
            case AlertDecision.Refused refused -> outcome(refused.refusal());
        };
    }

    private static Outcome outcome(AlertRefusal refusal) {
        return switch (refusal) {
            case ALREADY_ACKNOWLEDGED -> Outcome.ALREADY_ACKNOWLEDGED;
            case ALREADY_RESOLVED -> Outcome.ALREADY_RESOLVED;
            case SUSPENSION_NOT_AHEAD, SUSPENSION_BEYOND_LIMIT -> Outcome.NOT_POSSIBLE;
        };
    }

    private Outcome start(Action.Start start, Opening.Open open, Actor contact) {
        if (open.alert().resolved()) {
            return Outcome.ALREADY_RESOLVED;
        }
        if (!groups.missing(Set.copyOf(start.groupIds())).isEmpty()) {
            return Outcome.NOT_UNDERSTOOD;
        }
        boolean startedNow =
                events.startForAlert(plan(open, start), start.length(), contact).startedNow();
        return startedNow ? Outcome.STARTED : Outcome.ALREADY_STARTED;
    }

    private EventPlan plan(Opening.Open open, Action.Start start) {
        Alert alert = open.alert();
        String name = "Outage of " + alert.title();
        return new EventPlan(
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                Optional.of(alert.extent().cause().sentence()),
                Optional.empty(),
                EventScope.of(start.groupIds()),
                ZoneId.of(open.contact().timeZone()),
                Optional.of(alert.alertId()),
                Optional.of(alert.disruptionId()),
                false,
                EventNotices.toColleagues(alertRows.concerned(alert.alertId()), start.users()));
    }

    private Outcome onEvent(Opening.Open open, Command command, Actor contact, Outcome done) {
        Optional<ContinuityEvent> event = events.openForAlert(open.alert().alertId());
        if (event.isEmpty()) {
            return Outcome.NOT_POSSIBLE;
        }
        ContinuityEvent after = events.change(event.get().id(), command, contact);
        return after.revision() == event.get().revision() ? Outcome.REPEATED : done;
    }
}
