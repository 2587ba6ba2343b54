package org.mailcontinuity.probe.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:07Z",
        "2026-11-24T12:00:06.999Z, 2026-11-24T12:00:07Z",
        "2026-11-24T12:00:07Z, 2026-11-24T12:00:37Z",
        "2026-11-24T12:00:40Z, 2026-11-24T12:01:07Z"
    })
    void findsTheNextInstant(Instant now, Instant next) {
        assertThat(new Grid(HALF_MINUTE, Duration.ofSeconds(7)).after(now)).isEqualTo(next);
    }

    @Test
    void givesAMonitorTheSameInstantsAnywhere() {
        UUID id = UUID.fromString("0197a000-0000-7000-8000-000000000001");
        assertThat(Grid.of(id, HALF_MINUTE)).isEqualTo(Grid.of(id, HALF_MINUTE));
    }

    @Test
    void spreadsMonitorsOverTheInterval() {
        int[] perSecond = new int[30];
        IntStream.range(0, 30_000).forEach(i -> {
            Grid grid = Grid.of(new UUID(0x0197a00000007000L + i, 0x8000000000000000L + i), HALF_MINUTE);
            perSecond[(int) grid.phase().toSeconds()]++;
        });
        assertThat(IntStream.of(perSecond).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(800, 1200));
    }
}
