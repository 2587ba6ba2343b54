package org.mailcontinuity.probe.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.testbed.time.ManualClock;

class TrafficSourcesTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final UUID MONITOR = UUID.randomUUID();

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T03:12:00Z"));

    private void source(String name, String token, String monitors) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Files.writeString(folder.resolve("token"), token);
        Files.writeString(folder.resolve("monitors"), monitors);
    }

    private Optional<String> sourceOf(TrafficSources sources, String authorization) {
        return sources.find(Optional.of(authorization)).map(TrafficSource::name);
    }

    @Test
    void knowsASourceByItsTokenAndWhatItMayReport() throws IOException {
        source("mx1", TOKEN + "\n", "# the mail of example.test\n" + MONITOR + "\nnonsense\n");
        TrafficSources sources = new TrafficSources(directory, clock);
        TrafficSource found = sources.find(Optional.of("Bearer " + TOKEN)).orElseThrow();
        assertThat(found.name()).isEqualTo("mx1");
        assertThat(found.monitors()).containsExactly(MONITOR);
        assertThat(sources.size()).isEqualTo(1);
    }

    @Test
    void letsNobodyElseIn() throws IOException {
        source("mx1", TOKEN, MONITOR.toString());
        source("short", "secret", MONITOR.toString());
        source("..data", "f".repeat(32), MONITOR.toString());
        TrafficSources sources = new TrafficSources(directory, clock);
        assertThat(sources.find(Optional.empty())).isEmpty();
        assertThat(sourceOf(sources, "Bearer ")).isEmpty();
        assertThat(sourceOf(sources, TOKEN)).isEmpty();
        assertThat(sourceOf(sources, "Bearer " + TOKEN + "x")).isEmpty();
        assertThat(sourceOf(sources, "Bearer secret")).isEmpty();
        assertThat(sourceOf(sources, "Bearer " + "f".repeat(32))).isEmpty();
        assertThat(new TrafficSources(directory.resolve("missing"), clock).find(Optional.of("Bearer " + TOKEN)))
                .isEmpty();
    }

    @Test
    void takesTheOldTokenAndTheNewWhileItIsChangedAndSeesTheChangeSoon() throws IOException {
        String next = "f".repeat(40);
        source("mx1", TOKEN + "\n" + next + "\n", MONITOR.toString());
        TrafficSources sources = new TrafficSources(directory, clock);
        assertThat(sourceOf(sources, "Bearer " + TOKEN)).contains("mx1");
        assertThat(sourceOf(sources, "bearer " + next)).contains("mx1");
        source("mx1", next, MONITOR.toString());
        clock.advance(Duration.ofSeconds(6));
        assertThat(sourceOf(sources, "Bearer " + TOKEN)).isEmpty();
        assertThat(sourceOf(sources, "Bearer " + next)).contains("mx1");
    }
}
