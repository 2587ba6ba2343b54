package org.mailcontinuity.events.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;

@EventServiceTest
class StreamIT {
    @Test
    void tellsOfAChangeWithinMomentsAndResumesWithoutAGap() throws IOException {
        List<String> live = follow(Optional.empty(), "event");
        await().until(() -> !live.isEmpty());
        String id = start();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> live.stream().anyMatch(line -> line.startsWith("data:") && line.contains(id)));
        long last = live.stream()
                .filter(line -> line.startsWith("id:"))
                .mapToLong(line -> Long.parseLong(line.substring(3).strip()))
                .max()
                .orElseThrow();
        List<String> resumed = follow(Optional.of(Long.toString(last - 1)), "event,mode");
        await().until(() -> resumed.stream().anyMatch(line -> line.equals("id:" + last) || line.equals("id: " + last)));
        assertThat(resumed).noneMatch(line -> line.contains("reset"));
    }

    @Test
    void saysResetWhereEntriesAreMissing() throws IOException {
        List<String> lines = follow(Optional.of("999999999"), "event");
        await().until(() -> lines.stream().anyMatch(line -> line.startsWith("event:") && line.contains("reset")));
    }

    @Test
    void isOpenToNobodyWithoutAToken() {
        Caller.nobody().get("/api/v1/stream").then().statusCode(401);
    }

    private static String start() {
        return Caller.admin()
                .body(Map.of("name", "streamed", "scope", Map.of("everyone", true), "duration", "PT1H"))
                .post("/api/v1/events")
                .then()
                .extract()
                .path("eventId");
    }

    private static List<String> follow(Optional<String> lastEventId, String types) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://localhost:" + RestAssured.port + "/api/v1/stream?types=" + types)
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + Caller.adminToken());
        connection.setRequestProperty("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> connection.setRequestProperty("Last-Event-ID", id));
        assertThat(connection.getResponseCode()).isEqualTo(200);
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("closed: " + e.getMessage());
            }
        });
        return lines;
    }
}
