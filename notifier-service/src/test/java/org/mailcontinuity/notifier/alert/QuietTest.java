package org.mailcontinuity.notifier.alert;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.contracts.contact.QuietSpan;
import org.mailcontinuity.contracts.disruption.Severity;

class QuietTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final QuietHours NIGHTS = hours(List.of(span("22:00", "07:00")), Severity.DOWN);

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:59:00Z, ",
        "2026-11-23T21:00:00Z, 2026-11-24T06:00:00Z",
        "2026-11-24T03:00:00Z, 2026-11-24T06:00:00Z",
        "2026-11-24T06:00:00Z, ",
        // the clock is put back in this night: it is an hour longer
        "2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
        // and put forward in this one
        "2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z"
    })
    void holdsBackByTheClockOfItsZone(Instant now, Instant end) {
        assertThat(Quiet.until(Optional.of(NIGHTS), Optional.empty(), VIENNA, Severity.DEGRADED, now))
                .isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void whatBreaksThroughIsNotHeldBack() {
        Instant night = Instant.parse("2026-11-24T03:00:00Z");
        assertThat(Quiet.until(Optional.of(NIGHTS), Optional.empty(), VIENNA, Severity.DOWN, night))
                .isEmpty();
    }

    @Test
    void theLaterOfThePersonsAndThePolicysEnds() {
        Instant night = Instant.parse("2026-11-24T03:00:00Z");
        QuietHours policy = hours(List.of(span("00:00", "09:00")));
        assertThat(Quiet.until(Optional.of(NIGHTS), Optional.of(policy), VIENNA, Severity.DEGRADED, night))
                .contains(Instant.parse("2026-11-24T08:00:00Z"));
    }

    @Test
    void spansThatFollowEachOtherAreOne() {
        QuietHours weekend = hours(List.of(
                span("00:00", "12:00", SATURDAY), span("12:00", "00:00", SATURDAY), span("00:00", "23:59", SUNDAY)));
        Instant saturday = Instant.parse("2026-11-28T08:00:00Z");
        assertThat(Quiet.until(Optional.empty(), Optional.of(weekend), VIENNA, Severity.BLIND, saturday))
                .contains(Instant.parse("2026-11-29T22:59:00Z"));
    }

    private static QuietHours hours(List<QuietSpan> spans, Severity... through) {
        return new QuietHours(Optional.empty(), spans, List.of(through));
    }

    private static QuietSpan span(String from, String until, DayOfWeek... days) {
        return new QuietSpan(List.of(days), LocalTime.parse(from), LocalTime.parse(until));
    }
}
