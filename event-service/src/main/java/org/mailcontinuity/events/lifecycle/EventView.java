package org.mailcontinuity.events.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.event.NoticeWording;

/** An event as the API shows it. */
record EventView(
        UUID eventId,
        long revision,
        String state,
        String name,
        Optional<String> description,
        Optional<String> notes,
        ScopeView scope,
        Instant from,
        Instant until,
        String timeZone,
        Optional<UUID> alertId,
        Optional<UUID> disruptionId,
        boolean extendWhileDisrupted,
        boolean notifyAtStart,
        boolean notifyAtEnd,
        List<UUID> noticeContactIds,
        List<UUID> noticeContactGroupIds,
        boolean notifyUsers,
        boolean notifyBySms,
        Optional<String> noticeWording,
        List<NoticeWording> noticeWordings,
        Optional<Instant> startedAt,
        Optional<Initiator> startedBy,
        Optional<Instant> endedAt,
        Optional<EndCause> endCause,
        Optional<String> reason,
        String recovery,
        Instant createdAt,
        String createdBy) {

    static EventView of(ContinuityEvent event) {
        EventPlan plan = event.plan();
        Course course = Course.of(event.life());
        return new EventView(
                event.id(),
                event.revision(),
                event.stateName(),
                plan.name(),
                plan.description(),
                plan.notes(),
                ScopeView.of(plan.scope()),
                event.life().span().from(),
                event.life().span().until(),
                plan.timeZone().getId(),
                plan.alertId(),
                plan.disruptionId(),
                plan.extendWhileDisrupted(),
                plan.notices().atStart(),
                plan.notices().atEnd(),
                plan.notices().contactIds(),
                plan.notices().contactGroupIds(),
                plan.notices().users(),
                plan.notices().sms(),
                plan.notices().wording(),
                plan.notices().wordings(),
                course.startedAt(),
                course.startedBy(),
                course.endedAt(),
                course.endCause(),
                course.reason(),
                "NOT_APPLICABLE",
                event.createdAt(),
                event.createdBy());
    }

    /** Whom an event covers. */
    record ScopeView(boolean everyone, List<UUID> groupIds) {
        static ScopeView of(EventScope scope) {
            return new ScopeView(scope.groupIds().isEmpty(), scope.groupIds());
        }
    }
}
