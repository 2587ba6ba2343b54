package org.mailcontinuity.events.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;

/** Previews, with a detector that answers as told. */
@EventServiceTest
class PreviewIT {
    private static final String SUMMARY = """
            {"type":"summary","from":"2026-11-17T12:00:00.000Z","until":"2026-11-24T12:00:00.000Z","complete":true,\
            "samples":10,"proposed":{"alerts":2,"disruptions":[]},"present":{"alerts":0,"disruptions":[]}}
            """;

    @TestHTTPResource("/api/v1/monitors/preview")
    URI preview;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void passesOnWhatTheDetectorFinds() throws Exception {
        String monitor = monitor();
        AtomicReference<String> asked = new AtomicReference<>("");
        HttpServer detector = detector(exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "{\"type\":\"progress\",\"share\":0.5,\"samples\":5}\n" + SUMMARY);
        });
        try {
            List<JsonNode> lines = lines(send(body(monitor), Caller.adminToken()));
            assertThat(lines).extracting(line -> line.path("type").asText()).containsExactly("progress", "summary");
            assertThat(lines.getLast().path("sentence").asText())
                    .isEqualTo(
                            "With these settings these 7 days would have raised 2 alerts; the present settings none.");
            assertThat(lines.getLast().path("proposed").path("alerts").asInt()).isEqualTo(2);
        } finally {
            detector.stop(0);
        }
        JsonNode question = json.readTree(asked.get());
        assertThat(question.path("proposed").path("monitorId").asText()).isEqualTo(monitor);
        assertThat(question.path("proposed")
                        .path("detection")
                        .path("sensitivity")
                        .asText())
                .isEqualTo("QUIET");
        assertThat(question.path("present")
                        .path("detection")
                        .path("sensitivity")
                        .asText())
                .isEqualTo("BALANCED");
        assertThat(question.path("from").asText()).isEqualTo("2026-11-17T12:00:00.000Z");
    }

    @Test
    void endsTheDetectorsWorkWhenTheCallerGoesAndLetsEachCallerHaveOne() throws Exception {
        String monitor = monitor();
        AtomicBoolean abandoned = new AtomicBoolean();
        HttpServer detector = detector(exchange -> answerWithoutEnd(exchange, abandoned));
        try {
            HttpResponse<InputStream> first = send(body(monitor), Caller.adminToken());
            BufferedReader in = reader(first);
            assertThat(in.readLine()).contains("progress");
            assertThat(send(body(monitor), Caller.adminToken()).statusCode()).isEqualTo(429);
            first.body().close();
            await().atMost(20, TimeUnit.SECONDS).untilTrue(abandoned);
            await().atMost(20, TimeUnit.SECONDS).until(() -> {
                HttpResponse<InputStream> again = send(body(monitor), Caller.adminToken());
                again.body().close();
                return again.statusCode() == 200;
            });
        } finally {
            detector.stop(0);
        }
    }

    @Test
    void saysSoWhenTheDetectorStopsHalfway() throws Exception {
        HttpServer detector = detector(exchange -> answer(exchange, "{\"type\":\"progress\",\"share\":0.5}\n"));
        try {
            List<JsonNode> lines = lines(send(body(monitor()), token()));
            assertThat(lines.getLast().path("type").asText()).isEqualTo("failure");
        } finally {
            detector.stop(0);
        }
    }

    @Test
    void refusesWhatCannotBePreviewed() {
        String monitor = monitor();
        Caller.as("VIEWER")
                .body(body(monitor))
                .post("/api/v1/monitors/preview")
                .then()
                .statusCode(503)
                .body("detail", containsString("cannot be reached"));
        Caller.as("VIEWER")
                .body(body("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2aff"))
                .post("/api/v1/monitors/preview")
                .then()
                .statusCode(404);
        Caller.as("VIEWER")
                .body(body(monitor).replace("2026-11-17", "2026-11-16"))
                .post("/api/v1/monitors/preview")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("until"))
                .body("violations[0].rule", equalTo("AT_MOST_7_DAYS"));
        Caller.as("VIEWER")
                .body(Map.of("detection", Map.of()))
                .post("/api/v1/monitors/preview")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("monitorId"));
        Caller.nobody()
                .body(body(monitor))
                .post("/api/v1/monitors/preview")
                .then()
                .statusCode(401);
    }

    private static String body(String monitor) {
        return """
                {"monitorId": "%s", "detection": {"sensitivity": "QUIET"},
                 "from": "2026-11-17T12:00:00Z", "until": "2026-11-24T12:00:00Z"}
                """.formatted(monitor);
    }

    private static String token() {
        return Caller.admin()
                .body(Map.of("name", "another", "role", "VIEWER"))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private HttpResponse<InputStream> send(String body, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(preview)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private List<JsonNode> lines(HttpResponse<InputStream> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        try (BufferedReader in = reader(response)) {
            return json.readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
        }
    }

    private static BufferedReader reader(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static HttpServer detector(HttpHandler handler) throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("continuity.detector.url", String.class));
        HttpServer server = HttpServer.create(new InetSocketAddress(url.getHost(), url.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/previews", handler);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String lines) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            exchange.getResponseBody().write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A line each tenth of a second, until nobody takes them any more. */
    private static void answerWithoutEnd(HttpExchange exchange, AtomicBoolean abandoned) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        CountDownLatch never = new CountDownLatch(1);
        try (exchange) {
            while (!never.await(100, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody()
                        .write("{\"type\":\"progress\",\"share\":0.1}\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (IOException e) {
            abandoned.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String monitor() {
        return Caller.admin()
                .body(Map.of(
                        "name",
                        "previewed",
                        "domain",
                        "previewed.test",
                        "inbound",
                        Map.of("recipient", "postmaster@previewed.test")))
                .post("/api/v1/monitors")
                .then()
                .statusCode(201)
                .extract()
                .path("monitorId");
    }
}
