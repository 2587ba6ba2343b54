package org.mailcontinuity.probe.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.testbed.time.ManualClock;

class TrafficReceiverTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final UUID MONITOR = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-24T03:30:00Z");

    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private final ManualClock clock = new ManualClock(NOW);
    private volatile boolean room = true;
    private volatile boolean written = true;
    private TrafficReceiver receiver;

    @BeforeEach
    void listen() throws IOException {
        Path source = Files.createDirectories(directory.resolve("mx1"));
        Files.writeString(source.resolve("token"), TOKEN);
        Files.writeString(source.resolve("monitors"), MONITOR.toString());
        TrafficDesk desk = new TrafficDesk(
                new TrafficSources(directory, clock),
                new TrafficDesk.Limits(200_000, 1500),
                new TrafficDesk.Outlet("w1", samples::add, () -> room, () -> 0, _ -> written),
                clock);
        receiver = TrafficReceiver.start(
                vertx, new TrafficReceiver.Address("127.0.0.1", 0, Optional.empty(), Optional.empty()), desk);
    }

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
        http.close();
    }

    private static String line(UUID monitor, Direction direction, Instant minute) {
        return "{\"monitorId\":\"%s\",\"direction\":\"%s\",\"minute\":\"%s\",\"accepted\":5}\n"
                .formatted(monitor, direction, minute);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(MONITOR, Direction.INBOUND, NOW.minusSeconds(60L * (i + 1))))
                .collect(Collectors.joining());
    }

    private HttpRequest request(String token, String type, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + TrafficReceiver.PATH))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request(TOKEN, "application/x-ndjson", body));
    }

    @Test
    void takesGoodLinesAndReportsTheOthersByNumber() throws Exception {
        String body = line(MONITOR, Direction.INBOUND, NOW.minusSeconds(60)) + "\nnonsense\n"
                + line(UUID.randomUUID(), Direction.INBOUND, NOW.minusSeconds(60)) + "x".repeat(5000) + "\n"
                + line(MONITOR, Direction.OUTBOUND, NOW.minusSeconds(60)).strip();
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode report = JSON.readTree(response.body());
        assertThat(report.path("source").asText()).isEqualTo("mx1");
        assertThat(report.path("lines").asInt()).isEqualTo(6);
        assertThat(report.path("taken").asInt()).isEqualTo(2);
        assertThat(report.path("refused").asInt()).isEqualTo(3);
        assertThat(report.path("errors")).hasSize(3);
        assertThat(report.at("/errors/0").toString())
                .isEqualTo("{\"line\":3,\"field\":\"line\",\"rule\":\"must be one JSON object\"}");
        assertThat(report.at("/errors/1/field").asText()).isEqualTo("monitorId");
        assertThat(report.at("/errors/2/line").asInt()).isEqualTo(5);
        assertThat(samples).extracting(Sample::direction).containsExactly(Direction.INBOUND, Direction.OUTBOUND);
    }

    @Test
    void countsTheSameMinuteOnce() throws Exception {
        String body = lines(3);
        post(body);
        JsonNode again = JSON.readTree(post(body).body());
        assertThat(again.path("repeated").asInt()).isEqualTo(3);
        assertThat(again.path("taken").asInt()).isZero();
        assertThat(samples).hasSize(3);
    }

    @Test
    void refusesWithAProblemWhereNoLineWasGood() throws Exception {
        HttpResponse<String> response = post("{}\n");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/lines-refused");
        assertThat(problem.at("/report/errors/0/rule").asText()).isEqualTo("must be a UUID");
    }

    @Test
    void letsInWhoHasATokenAndSlowsDownWhoGuesses() throws Exception {
        String body = lines(1);
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> stranger = send(request("f".repeat(32), "application/x-ndjson", body));
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.headers().firstValue("www-authenticate")).contains("Bearer");
        }
        assertThat(post(body).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(10));
        assertThat(post(body).statusCode()).isEqualTo(200);
        assertThat(samples).hasSize(1);
    }

    @Test
    void refusesOtherPathsMethodsAndTypes() throws Exception {
        URI elsewhere = URI.create("http://127.0.0.1:" + receiver.port() + "/api/v1/checks");
        assertThat(send(HttpRequest.newBuilder(elsewhere).build()).statusCode()).isEqualTo(404);
        URI here = URI.create("http://127.0.0.1:" + receiver.port() + TrafficReceiver.PATH);
        assertThat(send(HttpRequest.newBuilder(here).build()).statusCode()).isEqualTo(405);
        assertThat(send(request(TOKEN, "application/json", lines(1))).statusCode())
                .isEqualTo(415);
    }

    @Test
    void boundsTheBodyAndTheLinesOfAMinute() throws Exception {
        HttpResponse<String> large = post(" ".repeat(300_000));
        assertThat(large.statusCode()).isEqualTo(413);
        HttpResponse<String> many = post("{}\n".repeat(1600));
        assertThat(many.statusCode()).isEqualTo(429);
        assertThat(many.headers().firstValue("retry-after")).isPresent();
        JsonNode problem = JSON.readTree(many.body());
        assertThat(problem.at("/report/refused").asInt()).isEqualTo(1500);
        assertThat(problem.at("/report/errors")).hasSize(100);
    }

    @Test
    void readsNoFasterThanSamplesAreWritten() throws Exception {
        room = false;
        CompletableFuture<HttpResponse<String>> response = http.sendAsync(
                request(TOKEN, "application/x-ndjson", lines(1400)), HttpResponse.BodyHandlers.ofString());
        await().until(() -> !samples.isEmpty());
        await().during(Duration.ofMillis(500)).until(() -> samples.size() < 1400 && !response.isDone());
        room = true;
        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(samples).hasSize(1400);
    }

    @Test
    void answersForWhatIsWrittenOnlyAndTakesTheRestAgain() throws Exception {
        written = false;
        HttpResponse<String> response = post(lines(2));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("5");
        written = true;
        assertThat(JSON.readTree(post(lines(2)).body()).path("taken").asInt()).isEqualTo(2);
    }
}
