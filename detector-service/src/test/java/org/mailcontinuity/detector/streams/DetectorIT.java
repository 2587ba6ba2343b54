package org.mailcontinuity.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.detector.topics.SampleEnds;
import org.mailcontinuity.detector.topology.DetectorMetrics;
import org.mailcontinuity.detector.topology.DetectorTopology;
import org.mailcontinuity.testbed.broker.TopicCreation;
import org.mailcontinuity.testbed.stack.SharedStack;

/** The detector against a real broker, in the order of an installation's life. */
@QuarkusTest
@QuarkusTestResource(DetectorStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DetectorIT {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metricsPage;

    @Inject
    StreamsJob job;

    @Inject
    StreamSettings settings;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Inject
    DetectorMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    InstantSource clock;

    @Test
    @Order(1)
    void isNotReadyWhileATopicIsMissingAndSaysWhichAndHowToCreateIt() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(readiness))
                        .contains("\"DOWN\"")
                        .contains("topic continuity.disruptions is missing")
                        .contains("--create --topic continuity.disruptions --partitions 12"));
        TopicCreation.createMissing(
                Map.of("bootstrap.servers", SharedStack.bootstrapServers()), List.of(DetectorStack.LATE));
        awaitReady(job);
        assertThat(get(readiness)).contains("\"name\": \"stream\"").doesNotContain("DOWN");
    }

    @Test
    @Order(2)
    void anOutageIsPublishedWithinASecondOfItsLastSample() {
        UUID monitor = watched();
        try (KafkaProbe probe = new KafkaProbe()) {
            List<Sample> outage = outage(monitor, 6);
            outage.subList(0, 5).forEach(sample -> probe.send(Topics.SAMPLES, sample));
            await().during(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .until(() -> probe.disruptions(monitor).isEmpty());
            probe.send(Topics.SAMPLES, outage.get(5));
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> probe.disruptions(monitor).size() == 1);
            assertThat(probe.disruptions(monitor).getFirst()).isInstanceOf(DisruptionOpened.class);
            Instant from = outage.getLast().completedAt();
            for (int i = 1; i <= 6; i++) {
                probe.send(Topics.SAMPLES, Examples.good(monitor, from.plus(INTERVAL.multipliedBy(i))));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(probe.disruptions(monitor).getLast()).isInstanceOf(DisruptionCleared.class));
            assertThat(probe.records(Topics.WINDOWS, monitor)).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void poisonIsBuriedAndWhatFollowsIsJudged() {
        UUID monitor = watched();
        try (KafkaProbe probe = new KafkaProbe()) {
            byte[] poison = {'{', 0, (byte) 0xff};
            probe.send(Topics.SAMPLES, monitor.toString(), poison, "org.mailcontinuity.sample.v1");
            outage(monitor, 6).forEach(sample -> probe.send(Topics.SAMPLES, sample));
            await().atMost(PATIENCE).until(() -> probe.disruptions(monitor).size() == 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(probe.records(Topics.SAMPLES.deadLetter(), monitor))
                            .singleElement()
                            .satisfies(letter -> {
                                assertThat(letter.value()).isEqualTo(poison);
                                assertThat(KafkaProbe.header(letter, "dlq-cause"))
                                        .isNotBlank();
                            }));
        }
    }

    @Test
    @Order(4)
    void aDeletedMonitorsDisruptionIsCleared() {
        UUID monitor = watched();
        try (KafkaProbe probe = new KafkaProbe()) {
            outage(monitor, 6).forEach(sample -> probe.send(Topics.SAMPLES, sample));
            await().atMost(PATIENCE).until(() -> probe.disruptions(monitor).size() == 1);
            probe.send(Topics.MONITORS, monitor.toString(), null, "org.mailcontinuity.monitor-definition.v1");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(probe.disruptions(monitor).getLast())
                            .isInstanceOfSatisfying(
                                    DisruptionCleared.class,
                                    cleared -> assertThat(cleared.reason()).isEqualTo(ClearReason.MONITOR_DELETED)));
        }
    }

    @Test
    @Order(4)
    void slowMailIsTold() {
        UUID monitor = watched();
        try (KafkaProbe probe = new KafkaProbe()) {
            Instant from = Instant.ofEpochSecond(clock.instant().getEpochSecond());
            for (int i = 0; i < 76; i++) {
                probe.send(Topics.SAMPLES, Examples.timed(monitor, from.plusSeconds(i), i < 70 ? 200 : 9_000));
            }
            await().atMost(PATIENCE).until(() -> probe.disruptions(monitor).size() == 1);
            assertThat(probe.disruptions(monitor).getFirst().disruption()).satisfies(slow -> {
                assertThat(slow.rule().name()).isEqualTo("LATENCY");
                assertThat(slow.rule().numbers()).containsEntry("score", 48.0).containsEntry("threshold", 48.0);
                assertThat(slow.severity()).isEqualTo(Severity.DEGRADED);
                assertThat(slow.cause().sentence()).contains("gets through slowly: a check took 9.0 s");
            });
        }
    }

    @Test
    @Order(4)
    void countsOfRealMailAreInTheWindows() {
        UUID monitor = watched();
        try (KafkaProbe probe = new KafkaProbe()) {
            Instant minute = Instant.ofEpochSecond(clock.instant().getEpochSecond() / 60 * 60);
            probe.send(Topics.SAMPLES, Examples.counted(monitor, minute, Duration.ofMinutes(1), 17));
            probe.send(Topics.SAMPLES, Examples.good(monitor, minute.plusSeconds(61)));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(probe.windows(monitor))
                            .anySatisfy(window -> assertThat(window.volume())
                                    .hasValueSatisfying(
                                            volume -> assertThat(volume.seen()).isEqualTo(17))));
            assertThat(probe.disruptions(monitor)).isEmpty();
        }
    }

    @Test
    @Order(5)
    void tellsHowFreshItIs() {
        assertThat(get(metricsPage))
                .contains("continuity_detector_last_record_age_seconds{topic=\"continuity.samples\"}")
                .contains("continuity_detector_samples_total{reception=\"VOTED\"}")
                .contains("continuity_detector_dead_letters_total{topic=\"continuity.samples\"}");
    }

    @Test
    @Order(6)
    void aRestartInTheMiddleOfAnOutageTellsItOnce() throws InterruptedException {
        UUID monitor = watched();
        try (KafkaProbe probe = new KafkaProbe()) {
            List<Sample> outage = outage(monitor, 12);
            outage.subList(0, 4).forEach(sample -> probe.send(Topics.SAMPLES, sample));
            await().atMost(PATIENCE)
                    .until(() -> !probe.records(Topics.WINDOWS, monitor).isEmpty());
            job.end(new ShutdownEvent());
            outage.subList(4, 8).forEach(sample -> probe.send(Topics.SAMPLES, sample));
            StreamsJob second = restarted();
            await().atMost(PATIENCE).until(() -> probe.disruptions(monitor).size() == 1);
            second.end(new ShutdownEvent());
            outage.forEach(sample -> probe.send(Topics.SAMPLES, sample));
            StreamsJob third = restarted();
            UUID marker = watched();
            outage(marker, 6).forEach(sample -> probe.send(Topics.SAMPLES, sample));
            await().atMost(PATIENCE).until(() -> !probe.disruptions(marker).isEmpty());
            await().during(Duration.ofSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> probe.disruptions(monitor).size() == 1);
            assertThat(probe.disruptions(monitor)).singleElement().isInstanceOf(DisruptionOpened.class);
            third.end(new ShutdownEvent());
        }
    }

    @Test
    @Order(7)
    void crashesWhileStateIsWrittenLoseNothingAndTellNothingTwice() {
        List<UUID> monitors = Stream.generate(this::watched).limit(10).toList();
        CrashingStores stores = new CrashingStores(6);
        Instant from = Instant.ofEpochSecond(clock.instant().getEpochSecond() - 11);
        try (KafkaProbe probe = new KafkaProbe();
                KafkaStreams streams = new KafkaStreams(
                        DetectorTopology.build(settings.tick(), stores, () -> SampleEnds.UNKNOWN, metrics),
                        StreamsConnection.properties(settings, broker))) {
            streams.setUncaughtExceptionHandler(thrown -> StreamThreadExceptionResponse.REPLACE_THREAD);
            streams.start();
            for (int i = 0; i < 12; i++) {
                Instant at = from.plus(INTERVAL.multipliedBy(i));
                double judged = judged();
                for (UUID monitor : monitors) {
                    probe.send(Topics.SAMPLES, i < 6 ? Examples.refused(monitor, at) : Examples.good(monitor, at));
                }
                await().dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .until(() -> judged() >= judged + monitors.size());
            }
            for (UUID monitor : monitors) {
                await().dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .until(() -> probe.disruptions(monitor).size() >= 2);
                assertThat(probe.disruptions(monitor))
                        .hasExactlyElementsOfTypes(DisruptionOpened.class, DisruptionCleared.class);
                assertThat(probe.windows(monitor).stream()
                                .flatMap(window -> window.counts().stream())
                                .mapToInt(count -> count.success() + count.failure())
                                .sum())
                        .as("every sample is in one window")
                        .isEqualTo(12);
            }
        }
        assertThat(stores.left()).isZero();
    }

    private double judged() {
        return registry.counter("continuity.detector.samples", "reception", Reception.VOTED.name())
                .count();
    }

    private StreamsJob restarted() {
        StreamsJob next = new StreamsJob(settings, broker, metrics, registry, clock);
        next.start(new StartupEvent());
        awaitReady(next);
        return next;
    }

    private UUID watched() {
        UUID monitor = UUID.randomUUID();
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(Topics.MONITORS, Examples.monitor(monitor, INTERVAL));
        }
        return monitor;
    }

    /** Some seconds ago: samples of the future would be taken for those of a clock that is fast. */
    private List<Sample> outage(UUID monitor, int rounds) {
        Instant from = Instant.ofEpochSecond(clock.instant().getEpochSecond() - 11);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            samples.add(Examples.refused(monitor, from.plus(INTERVAL.multipliedBy(i))));
        }
        return samples;
    }

    private static void awaitReady(StreamsJob job) {
        await().atMost(PATIENCE).until(() -> job.status() instanceof StreamStatus.Running);
    }

    private static String get(URI page) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
