package org.mailcontinuity.events.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.testbed.stack.SharedStack;

/** What time does to events, and what happens when several want the same. */
@EventServiceTest
class LifecycleIT {
    private static final String EVENTS = "/api/v1/events";
    private static final Map<String, Object> EVERYONE = Map.of("everyone", true);

    @Test
    void startsOneEventHoweverManyAnswerAnAlertAtOnce() {
        String alert = UUID.randomUUID().toString();
        Map<String, Object> event = Map.of("name", "answer", "scope", EVERYONE, "duration", "PT1H", "alertId", alert);
        List<CompletableFuture<Response>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Caller.admin().body(event).post(EVENTS)))
                .toList();
        List<Response> all = answers.stream().map(CompletableFuture::join).toList();
        assertThat(all).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(all).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(all)
                .extracting(answer -> answer.<String>path("eventId"))
                .containsOnly(all.getFirst().<String>path("eventId"));
        Caller.admin().get(EVENTS + "?alertId=" + alert).then().body("items.size()", equalTo(1));
    }

    @Test
    void endsAnEventOnceHoweverManyAskAtOnce() {
        String id = create(Map.of("name", "to end", "scope", EVERYONE, "duration", "PT1H"));
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Caller.admin()
                        .body(Map.of())
                        .post(EVENTS + "/" + id + "/end")
                        .statusCode()))
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void startsWhatIsDueAndEndsWhatIsOver() {
        String id = scheduled();
        moveTo(id, Instant.now().minusSeconds(30), Instant.now().plusSeconds(600));
        awaitState(id, "ACTIVE");
        Caller.admin().get(EVENTS + "/" + id).then().body("startedBy", equalTo("SCHEDULE"));
        moveTo(id, Instant.now().minusSeconds(30), Instant.now().minusSeconds(1));
        awaitState(id, "ENDED");
        Caller.admin().get(EVENTS + "/" + id).then().body("endCause", equalTo("TIME_UP"));
        Caller.admin()
                .get(EVENTS + "/" + id + "/timeline")
                .then()
                .body("change", equalTo(List.of("CREATED", "STARTED", "ENDED")))
                .body("actor.name", equalTo(List.of("first admin (" + prefix() + ")", "schedule", "schedule")));
    }

    @Test
    void endsAsMissedWhatPassedWhileTheServiceWasDown() {
        String id = scheduled();
        moveTo(id, Instant.now().minusSeconds(900), Instant.now().minusSeconds(300));
        awaitState(id, "ENDED");
        Caller.admin()
                .get(EVENTS + "/" + id)
                .then()
                .body("endCause", equalTo("MISSED"))
                .body("startedAt", equalTo(null));
    }

    @Test
    void coversUserGroupsThatExistAndKeepsThemFromBeingDeleted() {
        Response made = Caller.admin()
                .body(Map.of("name", "board", "members", List.of("chair@example.test", "@board.example.test")))
                .post("/api/v1/user-groups");
        String group = made.path("groupId");
        String id = create(Map.of("name", "board", "scope", Map.of("groupIds", List.of(group)), "duration", "PT1H"));
        Caller.admin().get("/api/v1/mode/chair@example.test").then().body("events.id", hasItem(id));
        Caller.admin().get("/api/v1/mode/x@board.example.test").then().body("events.id", hasItem(id));
        Caller.admin()
                .header("If-Match", "*")
                .delete("/api/v1/user-groups/" + group)
                .then()
                .statusCode(409);
        Caller.admin().body(Map.of()).post(EVENTS + "/" + id + "/end").then().statusCode(200);
        Caller.admin()
                .header("If-Match", "*")
                .delete("/api/v1/user-groups/" + group)
                .then()
                .statusCode(204);
        Caller.admin()
                .body(Map.of("name", "none", "scope", Map.of("groupIds", List.of(group)), "duration", "PT1H"))
                .post(EVENTS)
                .then()
                .statusCode(400)
                .body("violations[0].rule", equalTo("UNKNOWN_GROUP"));
    }

    private static String prefix() {
        return Caller.adminToken().substring(0, 10);
    }

    private static String scheduled() {
        return create(Map.of(
                "name",
                "scheduled",
                "scope",
                EVERYONE,
                "from",
                Instant.now().plusSeconds(3600).toString(),
                "duration",
                "PT10M"));
    }

    private static String create(Map<String, Object> event) {
        return Caller.admin()
                .body(event)
                .post(EVENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("eventId");
    }

    private static void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> state.equals(Caller.admin().get(EVENTS + "/" + id).path("state")));
    }

    /** As if so much time had passed. */
    private static void moveTo(String id, Instant from, Instant until) {
        try (Connection connection = SharedStack.database().connect("event");
                PreparedStatement statement = connection.prepareStatement(
                        "update continuity_event set from_at = ?, until_at = ? where id = ?")) {
            statement.setTimestamp(1, Timestamp.from(from));
            statement.setTimestamp(2, Timestamp.from(until));
            statement.setObject(3, UUID.fromString(id));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
