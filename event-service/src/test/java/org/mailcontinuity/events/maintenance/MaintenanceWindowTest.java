package org.mailcontinuity.events.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.events.problem.Violation;

class MaintenanceWindowTest {
    /** A Tuesday, 22:00 in Vienna; the clocks go back on 25 October. */
    private static final Instant FIRST = Instant.parse("2026-10-20T20:00:00Z");

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Test
    void isOnceWhereItDoesNotComeAgain() {
        MaintenanceWindow once = window(Optional.empty());
        assertThat(starts(once, FIRST.plusSeconds(7199), 14)).containsExactly("2026-10-20T20:00:00Z");
        assertThat(starts(once, FIRST.plus(TWO_HOURS), 14)).isEmpty();
        assertThat(starts(once, FIRST.minus(Duration.ofDays(14)), 14)).isEmpty();
    }

    @Test
    void keepsItsTimeOfDayWhenTheClocksChange() {
        assertThat(starts(window(weekly()), FIRST, 15))
                .containsExactly("2026-10-20T20:00:00Z", "2026-10-27T21:00:00Z", "2026-11-03T21:00:00Z");
    }

    @Test
    void comesOnEachOfItsDaysUntilTheLast() {
        Recurrence recurrence = new Recurrence(
                Recurrence.Frequency.WEEKLY,
                List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                Optional.of(LocalDate.of(2026, 10, 27)));
        assertThat(starts(window(Optional.of(recurrence)), FIRST.plus(TWO_HOURS), 30))
                .containsExactly("2026-10-22T20:00:00Z", "2026-10-27T21:00:00Z");
    }

    @Test
    void showsTheOccurrenceUnderWayAndManyYearsLaterToo() {
        Recurrence daily = new Recurrence(Recurrence.Frequency.DAILY, List.of(), Optional.empty());
        Instant later = Instant.parse("2031-01-05T21:30:00Z");
        assertThat(starts(window(Optional.of(daily)), later, 1))
                .containsExactly("2031-01-05T21:00:00Z", "2031-01-06T21:00:00Z");
    }

    @Test
    void leavesOutMonthsWithoutItsDay() {
        Instant end = Instant.parse("2026-10-31T12:00:00Z");
        Recurrence monthly = new Recurrence(Recurrence.Frequency.MONTHLY, List.of(), Optional.empty());
        MaintenanceWindow window = new MaintenanceWindow(
                "m",
                List.of(UUID.randomUUID()),
                Map.of(),
                end,
                end.plus(TWO_HOURS),
                ZoneId.of("UTC"),
                Optional.of(monthly));
        assertThat(window.spans(end, end.plus(Duration.ofDays(70)), 9))
                .extracting(MaintenanceSpan::from)
                .containsExactly(end, Instant.parse("2026-12-31T12:00:00Z"));
    }

    @Test
    void namesEveryBrokenRule() {
        Recurrence daily = new Recurrence(Recurrence.Frequency.DAILY, List.of(DayOfWeek.MONDAY), Optional.empty());
        MaintenanceWindow broken = new MaintenanceWindow(
                "m", List.of(), Map.of(), FIRST, FIRST.plus(Duration.ofDays(8)), ZoneId.of("UTC"), Optional.of(daily));
        assertThat(WindowRules.check(broken))
                .extracting(Violation::rule)
                .containsExactly("NOTHING", "RANGE", "OVERLAP", "WEEKLY_ONLY");
        assertThat(WindowRules.check(window(weekly()))).isEmpty();
    }

    private static List<String> starts(MaintenanceWindow window, Instant now, int days) {
        return window.spans(now, now.plus(Duration.ofDays(days)), 50).stream()
                .map(span -> span.from().toString())
                .toList();
    }

    private static Optional<Recurrence> weekly() {
        return Optional.of(new Recurrence(Recurrence.Frequency.WEEKLY, List.of(), Optional.empty()));
    }

    private static MaintenanceWindow window(Optional<Recurrence> recurrence) {
        return new MaintenanceWindow(
                "m",
                List.of(UUID.randomUUID()),
                Map.of(),
                FIRST,
                FIRST.plus(TWO_HOURS),
                ZoneId.of("Europe/Vienna"),
                recurrence);
    }
}
