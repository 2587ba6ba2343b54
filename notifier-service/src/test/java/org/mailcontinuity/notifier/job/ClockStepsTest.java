package org.mailcontinuity.notifier.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockStepsTest {
    private static final Instant T0 = Instant.parse("2026-11-24T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final ClockSteps steps = new ClockSteps(T0, 5 * SECOND);

    @Test
    void tellsByHowMuchAClockWasPutBackOnce() {
        assertThat(steps.back(T0.plusSeconds(1), 6 * SECOND)).isEmpty();
        assertThat(steps.back(T0.plusSeconds(2).minusSeconds(3600), 7 * SECOND)).contains(Duration.ofHours(1));
        assertThat(steps.back(T0.plusSeconds(3).minusSeconds(3600), 8 * SECOND)).isEmpty();
    }

    @Test
    void aClockPutForwardOrSlewedIsNone() {
        assertThat(steps.back(T0.plusSeconds(7200), 6 * SECOND)).isEmpty();
        assertThat(steps.back(T0.plusSeconds(7200), 7 * SECOND)).isEmpty();
    }
}
