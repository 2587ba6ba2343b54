package org.mailcontinuity.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detector.Examples;

class ConfirmationTest {
    private static final UUID MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01");
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    @TempDir
    private Path state;

    @Test
    void theFirstFailureAsksTheOthersWhereThatIsSwitchedOn() {
        try (StreamDriver stream = new StreamDriver(state, true)) {
            stream.define(Examples.monitor(MONITOR, INTERVAL));
            Sample first = fail(stream);
            fail(stream);
            assertThat(stream.read(Topics.CONFIRMATIONS)).singleElement().satisfies(record -> {
                ConfirmationRequested request = Messages.decode(ConfirmationRequested.class, record.value());
                assertThat(request.monitorId()).isEqualTo(MONITOR);
                assertThat(request.vantage()).isEqualTo(first.vantage());
                assertThat(request.sampleId()).isEqualTo(first.sampleId());
            });
        }
    }

    @Test
    void nobodyIsAskedByDefault() {
        try (StreamDriver stream = new StreamDriver(state)) {
            stream.define(Examples.monitor(MONITOR, INTERVAL));
            fail(stream);
            assertThat(stream.read(Topics.CONFIRMATIONS)).isEmpty();
        }
    }

    private static Sample fail(StreamDriver stream) {
        stream.pass(INTERVAL);
        Sample refused = Examples.refused(MONITOR, stream.now());
        stream.sample(refused);
        return refused;
    }
}
