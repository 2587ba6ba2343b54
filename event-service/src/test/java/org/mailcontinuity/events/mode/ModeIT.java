package org.mailcontinuity.events.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.mode.ContinuityMode;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Records;

@EventServiceTest
class ModeIT {
    private static final String MODE = "/api/v1/mode/anybody@example.test";

    @BeforeEach
    @AfterEach
    void endEverything() {
        Caller.admin()
                .get("/api/v1/events?state=ACTIVE")
                .then()
                .extract()
                .<List<String>>path("items.eventId")
                .forEach(ModeIT::end);
    }

    @Test
    void tellsUntilWhenAndAnswersTheSameWith304() {
        Caller.admin().get(MODE).then().statusCode(200).body("active", equalTo(false));
        String id = start();
        String tag = Caller.admin()
                .get(MODE)
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("events.id", hasItem(id))
                .extract()
                .header("ETag");
        Caller.admin().header("If-None-Match", tag).get(MODE).then().statusCode(304);
        Caller.admin()
                .header("If-None-Match", tag)
                .get(MODE + "?wait=PT0.2S")
                .then()
                .statusCode(304);
        Caller.admin().get("/api/v1/mode").then().statusCode(200).body("items.scope", hasItem("*"));
        Caller.admin().get(MODE + "?wait=PT2M").then().statusCode(400);
        Caller.nobody().get(MODE).then().statusCode(401);
    }

    @Test
    void tellsAWaitingClientAtOnce() {
        String tag = Caller.admin().get(MODE).then().extract().header("ETag");
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> Caller.admin()
                .header("If-None-Match", tag)
                .get(MODE + "?wait=PT30S")
                .then()
                .statusCode(200)
                .extract()
                .path("active"));
        start();
        await().atMost(Duration.ofSeconds(5)).until(answer::isDone);
        assertThat(answer.join()).isTrue();
    }

    @Test
    void staysOnWhileAnyEventCoversTheScopeAndThenLeavesATombstone() {
        String first = start();
        String second = start();
        end(first);
        Caller.admin().get(MODE).then().body("active", equalTo(true)).body("events.id", equalTo(List.of(second)));
        end(second);
        Caller.admin().get(MODE).then().body("active", equalTo(false));
        try (Records records = Records.of(Topics.MODE)) {
            await().until(() ->
                    !records.of("*").isEmpty() && records.of("*").getLast().value() == null);
            ConsumerRecord<String, byte[]> before =
                    records.of("*").get(records.of("*").size() - 2);
            ContinuityMode mode = Messages.decode(ContinuityMode.class, before.value());
            assertThat(mode.events()).extracting(event -> event.id().toString()).containsExactly(second);
        }
    }

    private static String start() {
        return Caller.admin()
                .body(Map.of("name", "mode", "scope", Map.of("everyone", true), "duration", "PT1H"))
                .post("/api/v1/events")
                .then()
                .statusCode(201)
                .extract()
                .path("eventId");
    }

    private static void end(String id) {
        Caller.admin()
                .body(Map.of())
                .post("/api/v1/events/" + id + "/end")
                .then()
                .statusCode(200);
    }
}
