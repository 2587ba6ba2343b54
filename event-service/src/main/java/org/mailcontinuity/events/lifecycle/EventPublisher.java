package org.mailcontinuity.events.lifecycle;

import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.event.ChangeKind;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.contracts.event.EventChange;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.contracts.event.Notices;
import org.mailcontinuity.contracts.event.Recovery;
import org.mailcontinuity.contracts.event.Scope;
import org.mailcontinuity.contracts.event.StartedBy;
import org.mailcontinuity.events.outbox.OutboxPublisher;

/** Tells {@code continuity.events} of every change, with the whole state. */
@Singleton
class EventPublisher {
    private final OutboxPublisher outbox;
    private final Stakeholders stakeholders;

    EventPublisher(OutboxPublisher outbox, Stakeholders stakeholders) {
        this.outbox = outbox;
        this.stakeholders = stakeholders;
    }

    void publish(EventTransition transition) {
        ContinuityEvent event = transition.event();
        EventPlan plan = event.plan();
        Course course = Course.of(event.life());
        outbox.add(new ContinuityEventChanged(
                event.id(),
                event.revision(),
                EventState.valueOf(event.stateName()),
                change(transition),
                plan.name(),
                plan.description(),
                scope(plan.scope()),
                event.life().span().from(),
                event.life().span().until(),
                plan.timeZone().getId(),
                course.startedAt(),
                course.endedAt(),
                course.startedBy().map(by -> StartedBy.valueOf(by.name())),
                plan.alertId(),
                plan.disruptionId(),
                plan.extendWhileDisrupted(),
                notices(plan.notices(), plan.scope()),
                Recovery.NOT_APPLICABLE));
    }

    private static EventChange change(EventTransition transition) {
        return new EventChange(
                ChangeKind.valueOf(transition.change().name()),
                transition.at(),
                transition.actor().name(),
                transition.reason());
    }

    private static Scope scope(EventScope scope) {
        return switch (scope) {
            case EventScope.Everyone everyone -> Scope.EVERYONE;
            case EventScope.Groups groups -> new Scope(false, groups.ids());
        };
    }

    private Notices notices(EventNotices notices, EventScope scope) {
        return new Notices(
                notices.atStart(),
                notices.atEnd(),
                stakeholders.contacts(notices),
                notices.wording(),
                notices.wordings(),
                stakeholders.audiences(notices, scope),
                notices.sms());
    }
}
