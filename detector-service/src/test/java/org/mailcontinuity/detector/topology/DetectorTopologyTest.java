package org.mailcontinuity.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.detector.Examples;

class DetectorTopologyTest {
    private static final UUID MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01");
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final StreamDriver stream;

    DetectorTopologyTest(@TempDir Path state) {
        stream = new StreamDriver(state);
    }

    @BeforeEach
    void watch() {
        stream.define(Examples.monitor(MONITOR, INTERVAL));
    }

    @AfterEach
    void end() {
        stream.close();
    }

    @Test
    void anOutageOpensADisruptionWithItsSixthFailureAndRecoveryClearsIt() {
        Instant first = stream.now().plus(INTERVAL);
        outage(6);
        DisruptionMessage opened = stream.disruptions().getFirst();
        assertThat(opened).isInstanceOf(DisruptionOpened.class);
        Disruption disruption = opened.disruption();
        assertThat(disruption.disruptionId()).isEqualTo(Disruption.idOf(MONITOR, Direction.INBOUND, "FLOW", first));
        assertThat(disruption.severity()).isEqualTo(Severity.DOWN);
        assertThat(disruption.openedAt()).isEqualTo(first);
        assertThat(disruption.detectedAt()).isEqualTo(stream.now());
        assertThat(disruption.cause().sentence()).isEqualTo("mx1.example.test refuses connections (vantage local)");
        assertThat(disruption.cause().route()).contains(Examples.MX1);
        assertThat(disruption.rule().numbers()).containsEntry("score", 48.0).containsEntry("threshold", 48.0);
        assertThat(disruption.agreeing()).containsExactly("local");
        assertThat(disruption.evidence()).hasSize(6);
        recover(6);
        assertThat(stream.disruptions()).singleElement().isInstanceOfSatisfying(DisruptionCleared.class, cleared -> {
            assertThat(cleared.disruptionId()).isEqualTo(opened.disruptionId());
            assertThat(cleared.reason()).isEqualTo(ClearReason.RECOVERED);
        });
    }

    @Test
    void eachMinuteEndsAWindowAndEachChangeOfVerdictToo() {
        outage(7);
        stream.pass(Duration.ofMinutes(1));
        List<WindowJudgement> windows = stream.windows();
        assertThat(windows)
                .extracting(WindowJudgement::verdict)
                .containsSubsequence(Verdict.HEALTHY, Verdict.SUSPECT, Verdict.FAILING);
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).start()).isEqualTo(windows.get(i - 1).end());
        }
        assertThat(windows.stream().mapToInt(window -> window.samples().size()).sum())
                .isEqualTo(7);
        WindowJudgement fired = windows.stream()
                .filter(window -> window.verdict() == Verdict.FAILING)
                .findFirst()
                .orElseThrow();
        assertThat(fired.end()).isEqualTo(Examples.START.plusSeconds(180).plusMillis(1));
        assertThat(fired.worstStage()).contains(Stage.CONNECT);
        assertThat(fired.fault()).contains(Fault.CONNECT_REFUSED);
        assertThat(fired.evidence().orElseThrow().score()).isEqualTo(48);
    }

    @Test
    void aSyntheticSampleComesOutAsAWindowOfItsOwn() {
        Sample sample = Examples.good(PipelineSeen.MONITOR_ID, stream.now());
        stream.sample(sample);
        assertThat(stream.windows()).singleElement().satisfies(window -> {
            assertThat(window.monitorId()).isEqualTo(PipelineSeen.MONITOR_ID);
            assertThat(window.verdict()).isEqualTo(Verdict.HEALTHY);
            assertThat(window.end()).isEqualTo(sample.completedAt());
        });
        assertThat(stream.disruptions()).isEmpty();
    }

    @Test
    void silenceIsBlindAndNeverDown() {
        recover(4);
        stream.pass(Duration.ofMinutes(4));
        assertThat(stream.disruptions()).singleElement().isInstanceOfSatisfying(DisruptionOpened.class, opened -> {
            assertThat(opened.disruption().severity()).isEqualTo(Severity.BLIND);
            assertThat(opened.disruption().rule().name()).isEqualTo("NO_DATA");
        });
        recover(1);
        assertThat(stream.disruptions()).singleElement().isInstanceOf(DisruptionCleared.class);
    }

    @Test
    void aMonitorThatIsNeverCheckedIsBlindToo() {
        stream.pass(Duration.ofMinutes(4));
        assertThat(stream.disruptions())
                .singleElement()
                .satisfies(opened -> assertThat(opened.disruption().severity()).isEqualTo(Severity.BLIND));
    }

    @Test
    void deletingAMonitorClearsItsDisruptionsAndForgetsIt() {
        outage(6);
        stream.disruptions();
        stream.delete(MONITOR);
        assertThat(stream.disruptions())
                .singleElement()
                .isInstanceOfSatisfying(
                        DisruptionCleared.class,
                        cleared -> assertThat(cleared.reason()).isEqualTo(ClearReason.MONITOR_DELETED));
        outage(12);
        stream.pass(Duration.ofMinutes(10));
        assertThat(stream.disruptions()).isEmpty();
        assertThat(stream.registry
                        .counter(
                                "continuity.detector.skipped",
                                "topic",
                                "continuity.samples",
                                "reason",
                                "unknown-monitor")
                        .count())
                .isEqualTo(12);
        stream.define(Examples.monitor(MONITOR, INTERVAL));
        outage(5);
        assertThat(stream.disruptions()).as("nothing is remembered").isEmpty();
    }

    @Test
    void aMonitorSwitchedOffIsClearedAndSilentUntilItIsSwitchedOn() {
        outage(6);
        stream.disruptions();
        stream.define(Examples.monitor(MONITOR, INTERVAL, false));
        assertThat(stream.disruptions())
                .singleElement()
                .isInstanceOfSatisfying(
                        DisruptionCleared.class,
                        cleared -> assertThat(cleared.reason()).isEqualTo(ClearReason.MONITOR_DISABLED));
        outage(12);
        stream.pass(Duration.ofMinutes(10));
        assertThat(stream.disruptions()).isEmpty();
        stream.define(Examples.monitor(MONITOR, INTERVAL));
        stream.pass(Duration.ofMinutes(2));
        assertThat(stream.disruptions()).isEmpty();
        outage(6);
        assertThat(stream.disruptions()).hasSize(1);
    }

    @Test
    void manualSamplesNeitherVoteNorCount() {
        for (int i = 0; i < 20; i++) {
            stream.pass(INTERVAL);
            stream.sample(Examples.sample(
                    MONITOR,
                    stream.now(),
                    Trigger.MANUAL,
                    Outcome.FAILURE,
                    Stage.CONNECT,
                    Optional.of(Fault.CONNECT_REFUSED)));
        }
        assertThat(stream.windows())
                .allSatisfy(window -> assertThat(window.counts()).isEmpty());
        assertThat(stream.disruptions())
                .noneSatisfy(
                        message -> assertThat(message.disruption().severity()).isEqualTo(Severity.DOWN));
    }

    @Test
    void aReplayOfSamplesMakesNoSecondDisruption() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            stream.pass(INTERVAL);
            samples.add(Examples.refused(MONITOR, stream.now()));
            stream.sample(samples.getLast());
        }
        samples.forEach(stream::sample);
        stream.pass(Duration.ofMinutes(1));
        samples.forEach(stream::sample);
        assertThat(stream.disruptions()).hasSize(1);
    }

    @Test
    void samplesOfAClockInTheFutureAreJudgedInTheBrokersTime() {
        for (int i = 0; i < 6; i++) {
            stream.pass(INTERVAL);
            stream.sample(Examples.refused(MONITOR, stream.now().plus(Duration.ofHours(1))));
        }
        assertThat(stream.disruptions())
                .singleElement()
                .satisfies(opened -> assertThat(opened.at()).isEqualTo(stream.now()));
        stream.pass(Duration.ofMinutes(2));
        assertThat(stream.windows())
                .allSatisfy(window -> assertThat(window.end()).isBeforeOrEqualTo(stream.now()));
    }

    @Test
    void whatCannotBeReadIsBuriedByteForByteAndTheStreamGoesOn() {
        byte[] poison = "{\"monitorId\": 5".getBytes(StandardCharsets.UTF_8);
        String type = Messages.typeOf(Sample.class).name();
        stream.send(Topics.SAMPLES, MONITOR.toString(), poison, type);
        stream.send(Topics.SAMPLES, MONITOR.toString(), null, type);
        stream.send(Topics.SAMPLES, null, poison, type);
        stream.send(Topics.SAMPLES, MONITOR.toString(), poison, null);
        stream.send(Topics.SAMPLES, MONITOR.toString(), new byte[300_000], type);
        Sample stranger = Examples.good(UUID.randomUUID(), stream.now());
        stream.send(Topics.SAMPLES, MONITOR.toString(), Messages.encode(stranger), type);
        stream.send(Topics.MONITORS, MONITOR.toString(), poison, "org.mailcontinuity.monitor-definition.v1");
        stream.send(Topics.MONITORS, MONITOR.toString(), Messages.encode(stranger), type);
        stream.send(Topics.SAMPLES, MONITOR.toString(), poison, "org.mailcontinuity.of-tomorrow.v1");
        List<TestRecord<byte[], byte[]>> samples = stream.read(Topics.SAMPLES.deadLetter());
        assertThat(samples).hasSize(6);
        assertThat(samples.getFirst().value()).isEqualTo(poison);
        assertThat(header(samples.getFirst(), "dlq-cause")).isNotBlank();
        assertThat(header(samples.getFirst(), "dlq-service")).isEqualTo("detector-service");
        assertThat(header(samples.getFirst(), "dlq-topic")).isEqualTo("continuity.samples");
        assertThat(header(samples.get(1), "dlq-offset")).isEqualTo("1");
        assertThat(header(samples.getFirst(), "ce_type")).isEqualTo(type);
        assertThat(header(samples.get(3), "dlq-cause")).isEqualTo("header ce_type must be present");
        assertThat(stream.read(Topics.MONITORS.deadLetter())).hasSize(2);
        outage(6);
        assertThat(stream.disruptions()).as("the stream goes on").hasSize(1);
    }

    @Test
    void messagesOfTheSameJudgementHaveTheSameId(@TempDir Path other) {
        outage(6);
        List<TestRecord<byte[], byte[]>> once = stream.read(Topics.DISRUPTIONS);
        try (StreamDriver again = new StreamDriver(other)) {
            again.define(Examples.monitor(MONITOR, INTERVAL));
            for (int i = 0; i < 6; i++) {
                again.pass(INTERVAL);
                again.sample(Examples.refused(MONITOR, again.now()));
            }
            assertThat(header(again.read(Topics.DISRUPTIONS).getFirst(), "ce_id"))
                    .isEqualTo(header(once.getFirst(), "ce_id"));
        }
        assertThatCode(() -> UUID.fromString(header(once.getFirst(), "ce_id"))).doesNotThrowAnyException();
    }

    @Test
    void anotherCauseIsToldAsAChange() {
        outage(6);
        stream.disruptions();
        for (int i = 0; i < 20; i++) {
            stream.pass(INTERVAL);
            stream.sample(Examples.sample(
                    MONITOR,
                    stream.now(),
                    Trigger.SCHEDULED,
                    Outcome.FAILURE,
                    Stage.TLS,
                    Optional.of(Fault.TLS_EXPIRED)));
        }
        assertThat(stream.disruptions())
                .singleElement()
                .isInstanceOfSatisfying(
                        DisruptionChanged.class,
                        changed ->
                                assertThat(changed.disruption().cause().fault()).contains(Fault.TLS_EXPIRED));
    }

    private void outage(int rounds) {
        for (int i = 0; i < rounds; i++) {
            stream.pass(INTERVAL);
            stream.sample(Examples.refused(MONITOR, stream.now()));
        }
    }

    private void recover(int rounds) {
        for (int i = 0; i < rounds; i++) {
            stream.pass(INTERVAL);
            stream.sample(Examples.good(MONITOR, stream.now()));
        }
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
