package org.mailcontinuity.probe.maillog;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Reads the times of logs. A time without a zone is of the zone given; where clocks go back and a time is there twice it
 * is the first. A time without a year is the latest that is not more than a day in the future.
 */
final class LogTimes {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int YEARS_BACK = 8;

    private final ZoneId zone;
    private final InstantSource clock;

    LogTimes(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** {@code 2026-11-24T03:12:00.003+01:00}: RFC 3339, as RFC 5424 and new syslogs have it. */
    Optional<Instant> iso(String text) {
        try {
            return text.length() > 40
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code Nov 24 03:12:00} or {@code Nov  4 03:12:00}: RFC 3164, 15 characters. */
    Optional<Instant> withoutYear(String text) {
        int month = text.length() == 15 ? MONTHS.indexOf(text.substring(0, 3)) + 1 : 0;
        if (month == 0 || text.charAt(3) != ' ' || text.charAt(6) != ' ') {
            return Optional.empty();
        }
        try {
            int day = Integer.parseInt(text.substring(4, 6).strip());
            java.time.LocalTime time = java.time.LocalTime.parse(text.substring(7));
            Instant latest = clock.instant().plus(AHEAD);
            int thisYear = ZonedDateTime.ofInstant(latest, zone).getYear();
            for (int year = thisYear; year > thisYear - YEARS_BACK; year--) {
                if (day > java.time.Month.of(month).length(Year.isLeap(year))) {
                    continue;
                }
                Instant candidate = LocalDateTime.of(java.time.LocalDate.of(year, month, day), time)
                        .atZone(zone)
                        .toInstant();
                if (!candidate.isAfter(latest)) {
                    return Optional.of(candidate);
                }
            }
        } catch (DateTimeException | NumberFormatException e) {
            // No time, as below.
        }
        return Optional.empty();
    }

    /**
     * Local date and time, as {@code 2026-11-24} and {@code 03:12:00} with or without fractions.
     *
     * @param offset as {@code +0100}; empty where the log has none
     */
    Optional<Instant> local(String date, String time, String offset) {
        if (date.length() != 10 || time.length() < 8 || time.length() > 18) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(date + "T" + time);
            return Optional.of(
                    offset.isEmpty() ? local.atZone(zone).toInstant() : local.toInstant(ZoneOffset.of(offset)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
