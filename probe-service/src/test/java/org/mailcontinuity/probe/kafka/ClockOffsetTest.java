package org.mailcontinuity.probe.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {
    private final ClockOffset offset = new ClockOffset();

    @Test
    void knowsNothingAtFirst() {
        assertThat(offset.get()).isEmpty();
    }

    @Test
    void trustsTheSharpestObservation() {
        offset.observe(10_000, 10_010, 5_005);
        offset.observe(20_000, 21_000, 14_000);
        assertThat(offset.get()).contains(Duration.ofMillis(5_000));
    }

    @Test
    void doesNotTrustItForEver() {
        offset.observe(10_000, 10_010, 5_005);
        for (int i = 0; i < 70; i++) {
            offset.observe(20_000, 20_100, 20_050);
        }
        assertThat(offset.get()).contains(Duration.ZERO);
    }
}
