package org.mailcontinuity.events.lifecycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * An event to be planned.
 *
 * @param from now where absent
 * @param until when it ends; this or {@code duration}
 * @param duration how long it lasts; this or {@code until}
 * @param timeZone UTC where absent
 * @param alertId where absent, the alert of {@code disruptionId}
 */
@Schema(example = """
        {"name": "Provider outage", "scope": {"everyone": true}, "duration": "PT4H", "notifyAtStart": true}""")
record EventRequest(
        @NotNull @Size(min = 1, max = 100) String name,
        Optional<@Size(min = 1, max = 500) String> description,
        Optional<@Size(min = 1, max = 4000) String> notes,
        @NotNull @Valid ScopeRequest scope,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Duration> duration,
        Optional<ZoneId> timeZone,
        Optional<UUID> alertId,
        Optional<UUID> disruptionId,
        boolean extendWhileDisrupted,
        boolean notifyAtStart,
        boolean notifyAtEnd,
        @Size(max = 500) List<UUID> noticeContactIds,
        Optional<@Size(min = 1, max = 2000) String> noticeWording) {

    EventRequest {
        noticeContactIds = absentIsEmpty(noticeContactIds);
    }

    /** Everyone, or the members of at least one group. */
    record ScopeRequest(boolean everyone, @Size(max = 100) List<UUID> groupIds) {
        ScopeRequest {
            groupIds = absentIsEmpty(groupIds);
        }
    }

    EventPlan plan() {
        if (scope.everyone() != scope.groupIds().isEmpty()) {
            throw new RefusedException(Refusal.Invalid.of(
                    "scope", "EVERYONE_OR_GROUPS", "must be everyone, or name at least one of groupIds"));
        }
        return new EventPlan(
                name,
                description,
                notes,
                EventScope.of(scope.groupIds()),
                timeZone.orElse(ZoneId.of("UTC")),
                alertId,
                disruptionId,
                extendWhileDisrupted,
                new EventNotices(notifyAtStart, notifyAtEnd, noticeContactIds, noticeWording));
    }

    Span span(Instant now) {
        if (until.isPresent() == duration.isPresent()) {
            throw new RefusedException(
                    Refusal.Invalid.of("until", "UNTIL_OR_DURATION", "must be given, or else duration"));
        }
        Instant start = from.orElse(now);
        return new Span(start, until.orElseGet(() -> start.plus(duration.orElseThrow())));
    }

    /** The request that would make {@code event} as it is. */
    static EventRequest of(ContinuityEvent event) {
        EventPlan plan = event.plan();
        Span span = event.life().span();
        return new EventRequest(
                plan.name(),
                plan.description(),
                plan.notes(),
                new ScopeRequest(plan.scope().groupIds().isEmpty(), plan.scope().groupIds()),
                Optional.of(span.from()),
                Optional.of(span.until()),
                Optional.empty(),
                Optional.of(plan.timeZone()),
                plan.alertId(),
                plan.disruptionId(),
                plan.extendWhileDisrupted(),
                plan.notices().atStart(),
                plan.notices().atEnd(),
                plan.notices().contactIds(),
                plan.notices().wording());
    }

    /** Without {@code until} if a change gives a duration instead. */
    EventRequest fitting(boolean durationGiven) {
        return durationGiven
                ? new EventRequest(
                        name,
                        description,
                        notes,
                        scope,
                        from,
                        Optional.empty(),
                        duration,
                        timeZone,
                        alertId,
                        disruptionId,
                        extendWhileDisrupted,
                        notifyAtStart,
                        notifyAtEnd,
                        noticeContactIds,
                        noticeWording)
                : this;
    }

    private static List<UUID> absentIsEmpty(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : List.copyOf(ids);
    }
}
