package org.mailcontinuity.detector.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.FailureCounter;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Rule;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.testbed.time.ManualClock;

class PreviewTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final UUID MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01");
    private static final Instant START = Examples.START;

    private final ManualClock clock = new ManualClock(START.plus(Duration.ofDays(1)));
    private final Lines lines = new Lines();

    @Test
    void tellsWhatEachSettingsWouldHaveRaised() throws IOException {
        MonitorDefinition present = Examples.monitor(MONITOR, INTERVAL);
        MonitorDefinition patient = with(
                present,
                new DetectionSettings(
                        Rule.FAILURE_COUNTER, Sensitivity.BALANCED, new FailureCounter(Duration.ofMinutes(2), 60)));
        Preview preview = preview(Map.of(Candidate.PROPOSED, patient, Candidate.PRESENT, present));

        assertThat(preview.run(
                        recording(samples(0, 40, true), samples(40, 80, false), samples(80, 200, true)), later()))
                .isEqualTo(Preview.End.COMPLETE);

        JsonNode summary = lines.last();
        assertThat(summary.path("type").asText()).isEqualTo("summary");
        assertThat(summary.path("complete").asBoolean()).isTrue();
        assertThat(summary.path("samples").asInt()).isEqualTo(200);
        assertThat(summary.path("proposed").path("alerts").asInt()).isZero();
        assertThat(summary.path("present").path("alerts").asInt()).isEqualTo(1);
        JsonNode disruption = summary.path("present").path("disruptions").path(0);
        assertThat(disruption.path("severity").asText()).isEqualTo("DOWN");
        assertThat(disruption.path("openedAt").asText()).isEqualTo("2026-11-24T12:20:00.000Z");
        assertThat(Instant.parse(disruption.path("detectedAt").asText()))
                .isBetween(START.plus(Duration.ofMinutes(21)), START.plus(Duration.ofMinutes(24)));
        assertThat(Instant.parse(disruption.path("clearedAt").asText())).isAfter(START.plus(Duration.ofMinutes(40)));
        assertThat(disruption.path("cause").path("fault").asText()).isEqualTo("CONNECT_REFUSED");
        assertThat(lines.ofType("finding"))
                .extracting(line -> line.path("settings").asText() + " "
                        + line.path("finding").asText())
                .containsExactly("PRESENT OPENED", "PRESENT CLEARED");
    }

    @Test
    void judgesAMonitorThatIsSwitchedOff() throws IOException {
        MonitorDefinition off = Examples.monitor(MONITOR, INTERVAL, false);
        preview(Map.of(Candidate.PROPOSED, off)).run(recording(samples(0, 40, true), samples(40, 80, false)), later());
        assertThat(lines.last().path("proposed").path("alerts").asInt()).isEqualTo(1);
    }

    @Test
    void saysSoWhenItsTimeIsUp() throws IOException {
        Preview preview = preview(Map.of(Candidate.PROPOSED, Examples.monitor(MONITOR, INTERVAL)));
        assertThat(preview.run(recording(samples(0, 40, true), samples(40, 80, false)), START))
                .isEqualTo(Preview.End.OUT_OF_TIME);
        assertThat(lines.last().path("complete").asBoolean()).isFalse();
        assertThat(lines.last().path("samples").asInt()).isEqualTo(40);
        assertThat(lines.last().path("judgedUntil").asText()).isEqualTo("2026-11-24T12:19:31.000Z");
    }

    @Test
    void readsNoFurtherWhenNobodyListens() throws IOException {
        Preview preview = preview(Map.of(Candidate.PROPOSED, Examples.monitor(MONITOR, INTERVAL)));
        Chunks recording = recording(samples(0, 40, true), samples(40, 80, false), samples(80, 120, true));
        lines.listensFor = 1;
        assertThat(preview.run(recording, later())).isEqualTo(Preview.End.ABANDONED);
        assertThat(recording.chunks).hasSize(2);
    }

    private Preview preview(Map<Candidate, MonitorDefinition> definitions) {
        return new Preview(new PreviewRequest(definitions, START, START.plus(Duration.ofHours(2))), lines, clock);
    }

    private Instant later() {
        return clock.instant().plusSeconds(60);
    }

    private static MonitorDefinition with(MonitorDefinition monitor, DetectionSettings detection) {
        return new MonitorDefinition(
                monitor.monitorId(),
                monitor.revision(),
                monitor.name(),
                monitor.domain(),
                monitor.enabled(),
                monitor.labels(),
                monitor.inbound(),
                monitor.outbound(),
                monitor.traffic(),
                monitor.schedule(),
                monitor.vantages(),
                detection,
                monitor.maintenance(),
                monitor.activation(),
                monitor.policyId());
    }

    private static List<Sample> samples(int from, int until, boolean good) {
        return IntStream.range(from, until)
                .mapToObj(round -> {
                    Instant at = START.plus(INTERVAL.multipliedBy(round));
                    Sample sample = good ? Examples.good(MONITOR, at) : Examples.refused(MONITOR, at);
                    return sample.appended(at.plusSeconds(1));
                })
                .toList();
    }

    @SafeVarargs
    private static Chunks recording(List<Sample>... chunks) {
        return new Chunks(new ArrayDeque<>(List.of(chunks)));
    }

    private static final class Chunks implements Preview.Recording {
        private final Deque<List<Sample>> chunks;
        private final int all;

        Chunks(Deque<List<Sample>> chunks) {
            this.chunks = chunks;
            this.all = chunks.size();
        }

        @Override
        public Optional<Preview.Chunk> next() {
            return Optional.ofNullable(chunks.poll())
                    .map(samples -> new Preview.Chunk(samples, 0, 1 - (double) chunks.size() / all));
        }

        @Override
        public void close() {}
    }

    private static final class Lines implements Preview.Listener {
        private final ObjectMapper json = new ObjectMapper();
        private final List<JsonNode> all = new ArrayList<>();
        private int listensFor = Integer.MAX_VALUE;

        @Override
        public boolean listens() {
            return listensFor-- > 0;
        }

        @Override
        public void line(String line) throws IOException {
            all.add(json.readTree(line));
        }

        JsonNode last() {
            return all.getLast();
        }

        List<JsonNode> ofType(String type) {
            return all.stream()
                    .filter(line -> line.path("type").asText().equals(type))
                    .toList();
        }
    }
}
