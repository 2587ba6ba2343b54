package org.mailcontinuity.detector.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.requests.DeleteRecordsRequest;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.detector.streams.DetectorStack;
import org.mailcontinuity.testbed.stack.SharedStack;

/** Previews over a real broker's records. */
@QuarkusTest
@QuarkusTestResource(DetectorStack.class)
class PreviewIT {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @TestHTTPResource("/api/v1/previews")
    URI previews;

    @Inject
    MeterRegistry registry;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    /** The stream, which other tests start, would else have to bury them all first. */
    @AfterAll
    static void takeTheRecordsAway() throws Exception {
        try (Admin broker = Admin.create(Map.of("bootstrap.servers", SharedStack.bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            broker.describeTopics(List.of(Topics.SAMPLES.name()))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> all.put(
                                    new TopicPartition(topic.name(), partition.partition()),
                                    RecordsToDelete.beforeOffset(DeleteRecordsRequest.HIGH_WATERMARK))));
            broker.deleteRecords(all).all().get();
        }
    }

    @Test
    void tellsWhatWouldHaveBeenRaised() throws Exception {
        UUID monitor = UUID.randomUUID();
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(100);
        record(monitor, began, 40, true);
        record(monitor, began.plusSeconds(40), 40, false);

        List<JsonNode> lines = lines(send(body(monitor), DetectorStack.TRUSTED.authorization()));

        assertThat(lines.getFirst().path("type").asText()).isIn("progress", "finding");
        JsonNode summary = lines.getLast();
        assertThat(summary.path("type").asText()).isEqualTo("summary");
        assertThat(summary.path("complete").asBoolean()).isTrue();
        assertThat(summary.path("samples").asInt()).isEqualTo(80);
        assertThat(summary.path("proposed").path("alerts").asInt()).isEqualTo(1);
        assertThat(summary.path("proposed")
                        .path("disruptions")
                        .path(0)
                        .path("cause")
                        .path("fault")
                        .asText())
                .isEqualTo("CONNECT_REFUSED");
        assertThat(summary.has("present")).isFalse();
    }

    @Test
    void endsWhenTheCallerGoes() throws Exception {
        UUID monitor = UUID.randomUUID();
        record(monitor, Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS), 100_000, true);
        double before = abandoned();

        HttpResponse<InputStream> response = send(body(monitor), DetectorStack.TRUSTED.authorization());
        try (BufferedReader in = reader(response)) {
            assertThat(in.readLine()).contains("\"type\":\"progress\"");
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> abandoned() > before);
        await().until(() ->
                registry.get("continuity.detector.previews.running").gauge().value() == 0);
    }

    @Test
    void saysNothingToStrangersAndRefusesWhatItCannotJudge() throws Exception {
        UUID monitor = UUID.randomUUID();
        assertThat(send(body(monitor), "Bearer guessed").statusCode()).isEqualTo(401);
        String authorization = DetectorStack.TRUSTED.authorization();
        assertThat(send("{", authorization).statusCode()).isEqualTo(400);
        assertThat(send("{}", authorization).statusCode()).isEqualTo(422);
        HttpResponse<InputStream> tooLong =
                send(body(monitor).replace("\"from\": \"2", "\"from\": \"1"), authorization);
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(json.readTree(tooLong.body())
                        .path("violations")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("until");
    }

    private double abandoned() {
        return registry.counter("continuity.detector.previews", "end", "abandoned")
                .count();
    }

    private static String body(UUID monitor) {
        String definition = new String(Messages.encode(Examples.monitor(monitor, INTERVAL)), StandardCharsets.UTF_8);
        Instant now = Instant.now();
        return "{\"proposed\": %s, \"from\": \"%s\", \"until\": \"%s\"}"
                .formatted(definition, now.minus(Duration.ofDays(6)), now.plusSeconds(3600));
    }

    private HttpResponse<InputStream> send(String body, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(previews)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private List<JsonNode> lines(HttpResponse<InputStream> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        try (BufferedReader in = reader(response)) {
            return in.lines().map(this::parsed).toList();
        }
    }

    private static BufferedReader reader(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private static void record(UUID monitor, Instant from, int count, boolean good) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedStack.bootstrapServers(), "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                Instant at = from.plusSeconds(i);
                Sample sample = good ? Examples.good(monitor, at) : Examples.refused(monitor, at);
                producer.send(new ProducerRecord<>(
                        Topics.SAMPLES.name(),
                        monitor.toString().getBytes(StandardCharsets.UTF_8),
                        Messages.encode(sample)));
            }
        }
    }
}
