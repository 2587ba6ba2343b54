package org.mailcontinuity.events.lifecycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.event.NoticeWording;
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
 * @param noticeContactIds stakeholders who are told
 * @param noticeContactGroupIds contact groups whose members are told
 * @param notifyUsers whether those whom the event covers are told as well
 * @param notifyBySms whether all of them are told by SMS too, where a number is known
 * @param noticeWording what the notice says besides, where no language of {@code noticeWordings} fits
 * @param noticeWordings what it says by language, each once
 */
@Schema(example = """
        {"name": "Provider outage", "scope": {"everyone": true}, "duration": "PT4H",
         "notifyAtStart": true, "notifyAtEnd": true, "notifyUsers": true, "notifyBySms": false,
         "noticeContactGroupIds": ["0198f2a4-7c1e-7aa0-8f52-3d1c0a5be002"],
         "noticeWordings": [{"language": "en", "start": "Please use the web mail.", "end": "Outlook works again."},
                            {"language": "de", "start": "Bitte das Webmail benutzen."}]}""")
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
        @Size(max = 50) List<UUID> noticeContactGroupIds,
        boolean notifyUsers,
        boolean notifyBySms,
        Optional<@Size(min = 1, max = 2000) String> noticeWording,
        @Size(max = 20) List<NoticeWording> noticeWordings) {

    EventRequest {
        noticeContactIds = absentIsEmpty(noticeContactIds);
        noticeContactGroupIds = absentIsEmpty(noticeContactGroupIds);
        noticeWordings = absentIsEmpty(noticeWordings);
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
                notices());
    }

    private EventNotices notices() {
        long languages =
                noticeWordings.stream().map(NoticeWording::language).distinct().count();
        if (languages < noticeWordings.size()) {
            throw new RefusedException(
                    Refusal.Invalid.of("noticeWordings", "DISTINCT", "must name each language once"));
        }
        return new EventNotices(
                notifyAtStart,
                notifyAtEnd,
                noticeContactIds,
                noticeContactGroupIds,
                notifyUsers,
                notifyBySms,
                noticeWording,
                noticeWordings.stream()
                        .sorted(Comparator.comparing(NoticeWording::language))
                        .toList());
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
        EventNotices notices = plan.notices();
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
                notices.atStart(),
                notices.atEnd(),
                notices.contactIds(),
                notices.contactGroupIds(),
                notices.users(),
                notices.sms(),
                notices.wording(),
                notices.wordings());
    }

    /** Without {@code until} if a change gives a duration instead. */
    EventRequest fitting(boolean durationGiven) {
        return durationGiven ? at(from, Optional.empty(), duration) : this;
    }

    /** The same for another time. */
    EventRequest at(Optional<Instant> otherFrom, Optional<Instant> otherUntil, Optional<Duration> otherDuration) {
        return new EventRequest(
                name,
                description,
                notes,
                scope,
                otherFrom,
                otherUntil,
                otherDuration,
                timeZone,
                alertId,
                disruptionId,
                extendWhileDisrupted,
                notifyAtStart,
                notifyAtEnd,
                noticeContactIds,
                noticeContactGroupIds,
                notifyUsers,
                notifyBySms,
                noticeWording,
                noticeWordings);
    }

    /** The same under another name, answering no alert. */
    EventRequest unbound(String otherName) {
        return new EventRequest(
                otherName,
                description,
                notes,
                scope,
                from,
                until,
                duration,
                timeZone,
                Optional.empty(),
                Optional.empty(),
                false,
                notifyAtStart,
                notifyAtEnd,
                noticeContactIds,
                noticeContactGroupIds,
                notifyUsers,
                notifyBySms,
                noticeWording,
                noticeWordings);
    }

    private static <T> List<T> absentIsEmpty(@Nullable List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }
}
