package org.mailcontinuity.notifier.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.contracts.contact.QuietSpan;
import org.mailcontinuity.contracts.disruption.Severity;

/**
 * Until when quiet hours hold something back.
 *
 * <ol>
 *   <li>A severity that breaks through is never held back.
 *   <li>A span lasts from its start until its end on the zone's clock, on each day it names; where the clock is put forward
 *       over its end, it ends when the clock is put forward.
 *   <li>Spans that follow each other without a gap are one.
 * </ol>
 *
 * <p>Example: 22:00 to 07:00 on every day in Europe/Vienna; at 23:30 on Monday it is quiet until Tuesday, 07:00.
 */
final class Quiet {
    /** More spans in a row than there are in two weeks are quiet hours without end: told when they are used up. */
    private static final int MOST_IN_A_ROW = 30;

    private Quiet() {}

    /** The later of the two ends, where either holds back. */
    static Optional<Instant> until(
            Optional<QuietHours> persons, Optional<QuietHours> policys, ZoneId zone, Severity severity, Instant now) {
        return Stream.of(persons, policys)
                .flatMap(hours -> hours.flatMap(some -> until(some, zone, severity, now)).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> until(QuietHours hours, ZoneId persons, Severity severity, Instant now) {
        if (hours.breakThrough().contains(severity)) {
            return Optional.empty();
        }
        ZoneId zone = hours.timeZone().map(name -> zone(name, persons)).orElse(persons);
        Instant end = now;
        for (int i = 0; i < MOST_IN_A_ROW; i++) {
            Optional<Instant> next = endOfSpanAt(hours, zone, end);
            if (next.isEmpty()) {
                break;
            }
            end = next.get();
        }
        return end.isAfter(now) ? Optional.of(end) : Optional.empty();
    }

    private static Optional<Instant> endOfSpanAt(QuietHours hours, ZoneId zone, Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return hours.spans().stream()
                .flatMap(span -> Stream.of(today.minusDays(1), today)
                        .filter(day -> span.days().isEmpty() || span.days().contains(day.getDayOfWeek()))
                        .filter(day -> !at.isBefore(
                                day.atTime(span.from()).atZone(zone).toInstant()))
                        .map(day -> end(span, day, zone)))
                .filter(at::isBefore)
                .max(Comparator.naturalOrder());
    }

    private static Instant end(QuietSpan span, LocalDate day, ZoneId zone) {
        LocalDate last = span.until().isAfter(span.from()) ? day : day.plusDays(1);
        return last.atTime(span.until()).atZone(zone).toInstant();
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
