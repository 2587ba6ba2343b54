package org.mailcontinuity.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(2, 3, now::get);

    @Test
    void letsABurstPassAndThenTheSteadyRate() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).contains(Duration.ofMillis(500));
        now.set(Instant.EPOCH.plusMillis(500));
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).contains(Duration.ofMillis(500));
    }

    @Test
    void countsEachCallerByItself() {
        for (int i = 0; i < 4; i++) {
            limit.take("a");
        }
        assertThat(limit.take("b")).isEmpty();
    }

    @Test
    void refillsNoFurtherThanTheBurst() {
        limit.take("a");
        now.set(Instant.EPOCH.plusSeconds(3600));
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).isPresent();
    }
}
