package org.mailcontinuity.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.detection.observation.Direction;

class DetectionSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.999S, PT1S, schedule.interval must be PT1S to PT24H",
        "PT24H1S, PT1S, schedule.interval must be PT1S to PT24H",
        "PT1S, PT0S, schedule.timeout must be PT1S to PT10M",
        "PT1S, PT11M, schedule.timeout must be PT1S to PT10M"
    })
    void refusesTimesOutOfBoundsAndNamesTheBound(Duration interval, Duration timeout, String message) {
        assertThatThrownBy(() -> settings(interval, timeout)).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.5S, 3, counter.window must be PT1S to PT1H",
        "PT61M, 3, counter.window must be PT1S to PT1H",
        "PT2M, 0, 'counter.threshold must be 1 to 100, was 0'",
        "PT2M, 101, 'counter.threshold must be 1 to 100, was 101'"
    })
    void refusesCountersOutOfBounds(Duration window, int threshold, String message) {
        assertThatThrownBy(() -> new DetectionRule.FailureCounter(window, threshold))
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesMaintenanceThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Maintenance(Instant.EPOCH, Instant.EPOCH))
                .hasMessageStartingWith("maintenance.until must be after");
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT10S, 11", "PT30S, PT60S, 90", "PT30S, PT2M, 150", "PT10M, PT1M, 1800"})
    void aVantageLooksForThreeRoundsOrAsLongAsItsChecksMayTake(Duration interval, Duration timeout, long seconds) {
        assertThat(settings(interval, timeout).liveMillis(Direction.INBOUND)).isEqualTo(1_000 * seconds);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT3M", "PT60S, PT3M", "PT61S, PT183S", "PT1H, PT3H"})
    void silenceIsThreeMinutesAndAtLeastThreeIntervals(Duration interval, Duration silence) {
        assertThat(settings(interval, Duration.ofSeconds(1)).silenceMillis(Direction.INBOUND))
                .isEqualTo(silence.toMillis());
    }

    @Test
    void anOutboundCheckMayTakeAsLongAsItsMessageIsWaitedFor() {
        DetectionSettings settings = new DetectionSettings(
                "example.test",
                new DetectionRule.Evidence(Sensitivity.BALANCED),
                new Schedule(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(3)),
                Set.of(Direction.INBOUND, Direction.OUTBOUND),
                Set.of(),
                List.of());
        assertThat(settings.liveMillis(Direction.OUTBOUND)).isEqualTo(270_000);
        assertThat(settings.silenceMillis(Direction.OUTBOUND)).isEqualTo(270_000);
        assertThat(settings.liveMillis(Direction.INBOUND)).isEqualTo(90_000);
    }

    private static DetectionSettings settings(Duration interval, Duration timeout) {
        return new DetectionSettings(
                "example.test",
                new DetectionRule.Evidence(Sensitivity.BALANCED),
                new Schedule(interval, timeout, Duration.ZERO),
                Set.of(Direction.INBOUND),
                Set.of(),
                List.of());
    }
}
