package org.mailcontinuity.events.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;

class HeartbeatsTest {
    private static final Instant T0 = Instant.parse("2026-11-24T10:00:00Z");

    private final List<PipelineSeen> told = new ArrayList<>();
    private Instant now = T0;
    private final Heartbeats heartbeats = new Heartbeats(told::add, () -> now);

    @Test
    void tellsAtMostEvery30Seconds() {
        seenAfter(0, 1);
        seenAfter(10, 1);
        seenAfter(29, 1);
        assertThat(told).containsExactly(new PipelineSeen(T0, T0.minusSeconds(1)));
        seenAfter(30, 1);
        assertThat(told).hasSize(2);
    }

    @Test
    void tellsNothingOfASampleThatWasLongOnItsWay() {
        seenAfter(0, 121);
        assertThat(told).isEmpty();
        seenAfter(0, 120);
        assertThat(told).hasSize(1);
    }

    private void seenAfter(long seconds, long age) {
        now = T0.plusSeconds(seconds);
        heartbeats.seen(now.minusSeconds(age));
    }
}
