package org.mailcontinuity.events.maintenance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.Require;

/**
 * How a window comes again.
 *
 * @param frequency how often
 * @param days for {@code WEEKLY}: on which days; empty = on that of the first time
 * @param lastDay the last day on which it may start, in the window's zone; absent = for ever
 */
record Recurrence(Frequency frequency, List<DayOfWeek> days, Optional<LocalDate> lastDay) {
    /** How often a window comes again. */
    enum Frequency {
        DAILY,
        WEEKLY,
        /** On the same day of the month; a month that has no such day is left out. */
        MONTHLY
    }

    Recurrence {
        Require.present("recurrence.frequency", frequency);
        days = Require.list("recurrence.days", days, 7);
        lastDay = Require.orElse(lastDay, Optional.empty());
    }

    /** Whether it comes on {@code day}, having come first on {@code first}. */
    boolean falls(LocalDate first, LocalDate day) {
        if (day.isBefore(first) || lastDay.filter(day::isAfter).isPresent()) {
            return false;
        }
        return switch (frequency) {
            case DAILY -> true;
            case WEEKLY ->
                days.isEmpty() ? day.getDayOfWeek() == first.getDayOfWeek() : days.contains(day.getDayOfWeek());
            case MONTHLY -> day.getDayOfMonth() == first.getDayOfMonth();
        };
    }
}
