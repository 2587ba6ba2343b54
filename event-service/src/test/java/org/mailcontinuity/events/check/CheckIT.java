package org.mailcontinuity.events.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;

@EventServiceTest
class CheckIT {
    private static final String ANSWER = """
            {"samples": [{"sampleId": "0198f2a4-7c1e-7aa0-8f52-3d1c0a5be009",
                "monitorId": "%s", "monitorRevision": 1, "direction": "INBOUND", "check": "SMTP_ROUTE",
                "route": {"host": "mx1.checked.test", "port": 25, "preference": 10}, "vantage": "local", "worker": "w",
                "trigger": "MANUAL", "scheduledAt": "2026-11-24T10:00:00.000Z", "startedAt": "2026-11-24T10:00:00.000Z",
                "completedAt": "2026-11-24T10:00:00.100Z", "outcome": "FAILURE", "stage": "CONNECT",
                "fault": "CONNECT_REFUSED", "timings": {"total": 100}, "somethingNew": 1}],
             "transcripts": [{"sampleId": "0198f2a4-7c1e-7aa0-8f52-3d1c0a5be009", "direction": "INBOUND",
                "check": "SMTP_ROUTE", "route": "mx1.checked.test:25", "lines": ["* connection refused"]}]}
            """;

    @Test
    void saysThatTheProbeIsAway() {
        Caller.admin()
                .post("/api/v1/monitors/" + monitor() + "/check")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("10"))
                .body("detail", containsString("cannot be reached"));
    }

    @Test
    void showsSamplesAndWhatWasSaid() throws IOException {
        String id = monitor();
        AtomicReference<String> authorization = new AtomicReference<>("");
        AtomicReference<String> body = new AtomicReference<>("");
        HttpServer probe = probe(exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, ANSWER.formatted(id));
        });
        try {
            Caller.as("OPERATOR")
                    .post("/api/v1/monitors/" + id + "/check")
                    .then()
                    .statusCode(200)
                    .body("samples[0].fault", equalTo("CONNECT_REFUSED"))
                    .body("transcripts[0].lines[0]", equalTo("* connection refused"));
        } finally {
            probe.stop(0);
        }
        assertThat(body.get()).startsWith("{\"definition\":{").contains(id);
        String[] jwt = authorization.get().substring("Bearer ".length()).split("\\.", -1);
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(jwt[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("event-service");
        assertThat(claims.path("aud").asText()).isEqualTo("probe-service");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
        assertThat(Instant.ofEpochSecond(claims.path("exp").asLong())).isAfter(Instant.now());
    }

    @Test
    void passesOnWhyTheProbeRefuses() throws IOException {
        String id = monitor();
        HttpServer probe = probe(exchange -> answer(exchange, 401, "{\"detail\": \"the token is not valid\"}"));
        try {
            Caller.admin()
                    .post("/api/v1/monitors/" + id + "/check")
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("does not trust"));
        } finally {
            probe.stop(0);
        }
    }

    private static HttpServer probe(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("continuity.probe.url", String.class));
        HttpServer server = HttpServer.create(new InetSocketAddress(url.getHost(), url.getPort()), 0);
        server.createContext("/api/v1/checks", handler);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String monitor() {
        return Caller.admin()
                .body(Map.of(
                        "name",
                        "checked",
                        "domain",
                        "checked.test",
                        "inbound",
                        Map.of("recipient", "postmaster@checked.test")))
                .post("/api/v1/monitors")
                .then()
                .statusCode(201)
                .extract()
                .path("monitorId");
    }
}
