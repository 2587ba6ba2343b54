package org.mailcontinuity.detector.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.detector.monitor.MonitorSettings;

class WatchedCodecTest {

    @Test
    void everyStepSurvivesItsBinaryForm() {
        UUID id = UUID.randomUUID();
        MonitorSettings monitor = MonitorSettings.of(Examples.monitor(id, Duration.ofSeconds(5)));
        Watched watched =
                Watch.adopt(Watched.unknown(), monitor, Examples.START).after();
        for (int round = 1; round <= 100; round++) {
            Instant at = Examples.START.plusSeconds(5L * round);
            watched = Watch.sample(
                            watched,
                            monitor,
                            round % 20 < 12 ? Examples.good(id, at) : Examples.refused(id, at),
                            at.plusMillis(9))
                    .after();
            byte[] bytes = WatchedCodec.encode(watched);
            assertThat(WatchedCodec.encode(WatchedCodec.decode(bytes))).isEqualTo(bytes);
            assertThat(bytes.length).isLessThan(4000);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> WatchedCodec.decode(new byte[] {7}))
                .hasMessage("version of a monitor's memory must be 1 to 2, was 7");
    }
}
