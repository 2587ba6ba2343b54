package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as a page shows it: for machines in UTC, and for people in their own zone. */
public record Moment(String iso, String text) {
    private static final DateTimeFormatter SAME_DAY = DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_DAY =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm z", Locale.ENGLISH);

    /** {@code at} in {@code zone}, without its day where that is the day of {@code now}. */
    public static Moment of(Instant at, Instant now, ZoneId zone) {
        boolean sameDay = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return new Moment(
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                (sameDay ? SAME_DAY : OTHER_DAY).format(at.atZone(zone)));
    }

    /** A length of time in words of one or two units: {@code 2 h 5 min}. */
    public static String length(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? joined(hours, "h", minutes % 60, "min") : joined(hours / 24, "d", hours % 24, "h");
    }

    private static String joined(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}
