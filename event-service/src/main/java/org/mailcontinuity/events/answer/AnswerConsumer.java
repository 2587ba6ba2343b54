package org.mailcontinuity.events.answer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.events.alert.Alerts;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.lifecycle.Change;
import org.mailcontinuity.events.lifecycle.ContinuityEvent;
import org.mailcontinuity.events.lifecycle.EventTransition;
import org.mailcontinuity.events.timeline.TimelineEntry;
import org.mailcontinuity.events.timeline.TimelineKind;

/** Follows continuity events, each change in its own transaction. */
@Singleton
class AnswerConsumer {
    private final Alerts alerts;
    private final DisruptionRepository disruptions;

    AnswerConsumer(Alerts alerts, DisruptionRepository disruptions) {
        this.alerts = alerts;
        this.disruptions = disruptions;
    }

    void follow(@Observes EventTransition transition) {
        alertOf(transition.event()).ifPresent(alertId -> {
            ContinuityEvent event = transition.event();
            Instant until = event.life().span().until();
            alerts.answered(
                    alertId,
                    new EventAnswer(event.id(), EventState.valueOf(event.stateName()), until),
                    new TimelineEntry(
                            transition.at(),
                            kind(transition.change()),
                            Optional.of(transition.actor().name()),
                            Optional.of(transition.reason().orElse("until " + until))));
        });
    }

    /** An event that names only the disruption answers the alert of that disruption. */
    private Optional<UUID> alertOf(ContinuityEvent event) {
        return event.plan().alertId().or(() -> event.plan().disruptionId().flatMap(disruptions::alertOf));
    }

    private static TimelineKind kind(Change change) {
        return switch (change) {
            case CREATED -> TimelineKind.EVENT_CREATED;
            case UPDATED -> TimelineKind.EVENT_UPDATED;
            case STARTED -> TimelineKind.EVENT_STARTED;
            case EXTENDED -> TimelineKind.EVENT_EXTENDED;
            case ENDED -> TimelineKind.EVENT_ENDED;
            case CANCELLED -> TimelineKind.EVENT_CANCELLED;
            case MISSED -> TimelineKind.EVENT_MISSED;
        };
    }
}
