package org.mailcontinuity.detection.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockOffsetTest {

    @Test
    void aFastClockIsCorrectedAndLatenessIsMeasuredAboveIt() {
        ClockOffset clock = ClockOffset.first("eu-1", 1_000_000, 1_300_000);
        assertThat(clock.correct(1_300_000)).isEqualTo(1_000_000);
        assertThat(clock.isLate(1_200_000, 1_300_000)).isTrue();
        assertThat(clock.isLate(1_120_000, 1_300_000)).isFalse();
    }

    @Test
    void noiseBelowFiveSecondsIsLeftAlone() {
        assertThat(ClockOffset.first("eu-1", 1_004_900, 1_000_000).correct(5)).isEqualTo(5);
    }

    @Test
    void theLeastIsKeptAndLeaksUpwards() {
        ClockOffset clock = ClockOffset.first("eu-1", 1_000_000, 1_000_000)
                .observe(1_000_000, 1_010_000)
                .observe(1_100_000, 1_000_000);
        assertThat(clock.millis()).isEqualTo(-9_000);
    }

    @Test
    void aVantageThatSeemsBehindIsBelievedOnlyAfterEightSamples() {
        ClockOffset clock = ClockOffset.first("eu-1", 1_090_000, 1_000_000);
        for (int sample = 2; sample <= 8; sample++) {
            assertThat(clock.correct(5)).isEqualTo(5);
            clock = clock.observe(1_090_000 + sample, 1_000_000 + sample);
        }
        assertThat(clock.correct(5)).isEqualTo(90_005);
    }

    @Test
    void aVantageBehindByMoreThanTheLimitIsBelievedAtOnce() {
        assertThat(ClockOffset.first("eu-1", 1_130_000, 1_000_000).correct(5)).isEqualTo(130_005);
    }
}
