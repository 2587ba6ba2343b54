package org.mailcontinuity.events.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void speaksThePersonsTimeZone() {
        Moment moment = Moment.of(Instant.parse("2026-11-24T08:05:30.123Z"), NOW, ZoneId.of("Europe/Berlin"));
        assertThat(moment).isEqualTo(new Moment("2026-11-24T08:05:30Z", "09:05 CET"));
    }

    @Test
    void namesTheDayWhereItIsAnother() {
        assertThat(Moment.of(NOW.minus(Duration.ofDays(1)), NOW, ZoneId.of("UTC"))
                        .text())
                .isEqualTo("Mon 23 Nov, 10:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({"PT-5S, 0 s", "PT59S, 59 s", "PT61S, 1 min", "PT2H5M, 2 h 5 min", "PT4H, 4 h", "P3DT2H, 3 d 2 h"})
    void saysLengthsInOneOrTwoUnits(Duration length, String words) {
        assertThat(Moment.length(length)).isEqualTo(words);
    }
}
