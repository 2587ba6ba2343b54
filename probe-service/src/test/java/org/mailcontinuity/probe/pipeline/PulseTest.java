package org.mailcontinuity.probe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.sample.Sample;

class PulseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void isASampleOfTheReservedMonitorThatEveryReaderTakes() {
        Sample sample = Pulse.sample("eu-1", "w1", NOW);
        assertThat(sample.monitorId()).isEqualTo(PipelineSeen.MONITOR_ID);
        assertThat(sample.completedAt()).isEqualTo(NOW);
        assertThat(Messages.decode(Sample.class, Messages.encode(sample))).isEqualTo(sample);
    }

    @Test
    void differsByWorker() {
        assertThat(Pulse.sample("eu-1", "w1", NOW).sampleId())
                .isNotEqualTo(Pulse.sample("eu-1", "w2", NOW).sampleId());
    }
}
