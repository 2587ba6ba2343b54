package org.mailcontinuity.events.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day in UTC, whose windows lie in a partition of their own. */
record WindowDay(LocalDate date) {
    /** For how many days windows are kept. */
    static final int KEPT_DAYS = 30;

    /** For how many days ahead partitions are made. */
    static final int DAYS_AHEAD = 7;

    private static final String START = "window_judgement_";
    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

    static WindowDay of(Instant time) {
        return new WindowDay(time.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** Today and the days ahead. */
    static Stream<WindowDay> ahead(Instant now) {
        return IntStream.rangeClosed(0, DAYS_AHEAD)
                .mapToObj(days -> new WindowDay(of(now).date.plusDays(days)));
    }

    /** The day of a partition by its name. */
    static Optional<WindowDay> ofPartition(String name) {
        return name.matches(START + "\\d{8}")
                ? Optional.of(new WindowDay(LocalDate.parse(name.substring(START.length()), NAME)))
                : Optional.empty();
    }

    String partition() {
        return START + NAME.format(date);
    }

    /** Whether its windows are still kept, and a partition may be made for it. */
    boolean keptAt(Instant now) {
        LocalDate today = of(now).date;
        return !date.isBefore(today.minusDays(KEPT_DAYS)) && !date.isAfter(today.plusDays(DAYS_AHEAD));
    }
}
