package org.mailcontinuity.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Backoff backoff = new Backoff();

    @Test
    void doublesUpToHalfAMinute() {
        assertThat(secondsAfterLasting(0)).isEqualTo(1);
        assertThat(secondsAfterLasting(0)).isEqualTo(2);
        assertThat(secondsAfterLasting(0)).isEqualTo(4);
        assertThat(secondsAfterLasting(0)).isEqualTo(8);
        assertThat(secondsAfterLasting(0)).isEqualTo(16);
        assertThat(secondsAfterLasting(0)).isEqualTo(30);
        assertThat(secondsAfterLasting(0)).isEqualTo(30);
    }

    @Test
    void beginsAgainAfterAMinuteOfWork() {
        secondsAfterLasting(0);
        secondsAfterLasting(0);
        assertThat(secondsAfterLasting(60)).isEqualTo(1);
    }

    private long secondsAfterLasting(long seconds) {
        return backoff.afterEnd(START, START.plus(Duration.ofSeconds(seconds))).toSeconds();
    }
}
