package org.mailcontinuity.events.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.event.ChangeKind;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Records;

@EventServiceTest
class EventIT {
    private static final String EVENTS = "/api/v1/events";

    @Test
    void startsExtendsAndEndsAnEventAndTellsEachChange() {
        String id = create(now("walk"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("ACTIVE"))
                .body("startedBy", equalTo("USER"))
                .body("startedAt", notNullValue())
                .extract()
                .path("eventId");
        Instant until = Instant.parse(get(id).extract().path("until"));
        post(id, "extend", Map.of("by", "PT1H"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("until", equalTo(until.plus(Duration.ofHours(1)).toString()));
        post(id, "end", Map.of("reason", "all is well"))
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("endCause", equalTo("REQUESTED"))
                .body("reason", equalTo("all is well"));
        Caller.admin()
                .get(EVENTS + "/" + id + "/timeline")
                .then()
                .body("change", equalTo(List.of("STARTED", "EXTENDED", "ENDED")))
                .body("toState", equalTo(List.of("ACTIVE", "ACTIVE", "ENDED")))
                .body("[2].reason", equalTo("all is well"))
                .body("[2].actor.name", containsString("first admin"));
        Caller.admin()
                .get(EVENTS + "/" + id + "/report")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("all is well"));
        assertThat(told(id, 3))
                .extracting(message -> message.change().kind())
                .containsExactly(ChangeKind.STARTED, ChangeKind.EXTENDED, ChangeKind.ENDED);
    }

    @Test
    void namesTheStateThatForbidsACommand() {
        String id = create(now("twice")).extract().path("eventId");
        post(id, "start", Map.of())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("rule", equalTo("ALREADY_STARTED"))
                .body("detail", containsString("is ACTIVE"));
        post(id, "cancel", Map.of()).statusCode(409).body("rule", equalTo("ALREADY_STARTED"));
        post(id, "end", Map.of()).statusCode(200);
        post(id, "end", Map.of())
                .statusCode(409)
                .body("rule", equalTo("ALREADY_ENDED"))
                .body("detail", containsString("is ENDED"));
        post(id, "extend", Map.of("by", "PT1H")).statusCode(409).body("rule", equalTo("ALREADY_ENDED"));
    }

    @Test
    void changesAScheduledEventOnlyAtTheRevisionThatWasRead() {
        String id = create(later("planned"))
                .statusCode(201)
                .body("state", equalTo("SCHEDULED"))
                .extract()
                .path("eventId");
        Map<String, Object> patch = new HashMap<>(Map.of("name", "replanned"));
        patch.put("description", "new");
        patch(id, patch, null).statusCode(428).contentType("application/problem+json");
        patch(id, patch, "\"7\"").statusCode(412);
        patch(id, patch, "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("replanned"))
                .body("description", equalTo("new"));
        patch(id, Map.of("name", ""), "\"2\"").statusCode(400).body("violations[0].field", equalTo("name"));
        patch(id, Map.of("until", "2020-01-01T00:00:00Z"), "\"2\"").statusCode(409);
        patch(id, Map.of("duration", "PT45M"), "\"2\"").statusCode(200);
        post(id, "cancel", Map.of("reason", "not needed")).statusCode(200).body("state", equalTo("CANCELLED"));
        patch(id, patch, "\"4\"").statusCode(409).body("rule", equalTo("ALREADY_CANCELLED"));
    }

    @Test
    void copiesAnEventToAnotherTime() {
        String id = create(now("original")).extract().path("eventId");
        Caller.admin()
                .body(Map.of("from", Instant.now().plusSeconds(7200).toString(), "name", "copy"))
                .post(EVENTS + "/" + id + "/clone")
                .then()
                .statusCode(201)
                .body("name", equalTo("copy"))
                .body("state", equalTo("SCHEDULED"));
    }

    @Test
    void refusesWhatBreaksARuleWithTheFieldAndTheRule() {
        Map<String, Object> both = new HashMap<>(now("x"));
        both.put("until", "2030-01-01T00:00:00Z");
        create(both).statusCode(400).body("violations[0].rule", equalTo("UNTIL_OR_DURATION"));
        Map<String, Object> brief = new HashMap<>(now("x"));
        brief.put("duration", "PT4M");
        create(brief).statusCode(400).body("violations[0].rule", equalTo("SPAN_TOO_SHORT"));
        Map<String, Object> nobody = new HashMap<>(now("x"));
        nobody.put("scope", Map.of("everyone", false));
        create(nobody).statusCode(400).body("violations[0].field", equalTo("scope"));
        Map<String, Object> zone = new HashMap<>(now("x"));
        zone.put("timeZone", "Mars/Olympus");
        create(zone).statusCode(400).body("violations[0].field", equalTo("timeZone"));
        Caller.as("VIEWER").body(now("x")).post(EVENTS).then().statusCode(403);
        Caller.admin().get(EVENTS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void createsOnceForAnIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String first = keyed(key, now("once")).statusCode(201).extract().path("eventId");
        keyed(key, now("once"))
                .statusCode(201)
                .header("Idempotent-Replay", "true")
                .header("ETag", "\"1\"")
                .body("eventId", equalTo(first));
        keyed(key, now("other")).statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        String bad = UUID.randomUUID().toString();
        keyed(bad, Map.of("name", "")).statusCode(400);
        keyed(bad, now("after a refusal")).statusCode(201);
    }

    @Test
    void listsByState() {
        String id = create(later("to be listed")).extract().path("eventId");
        Caller.admin().get(EVENTS + "?state=SCHEDULED").then().body("items.eventId", hasItem(id));
        Caller.admin().get(EVENTS + "?state=NONE").then().body("items.size()", equalTo(0));
    }

    private static List<ContinuityEventChanged> told(String id, int count) {
        try (Records records = Records.of(Topics.EVENTS)) {
            await().until(() -> records.of(id).size() >= count);
            return records.of(id).stream()
                    .map(record -> Messages.decode(ContinuityEventChanged.class, record.value()))
                    .toList();
        }
    }

    private static Map<String, Object> now(String name) {
        return Map.of("name", name, "scope", Map.of("everyone", true), "duration", "PT1H");
    }

    private static Map<String, Object> later(String name) {
        Map<String, Object> event = new HashMap<>(now(name));
        event.put("from", Instant.now().plusSeconds(3600).toString());
        return event;
    }

    private static ValidatableResponse create(Map<String, Object> event) {
        return Caller.admin().body(event).post(EVENTS).then();
    }

    private static ValidatableResponse keyed(String key, Map<String, Object> event) {
        return Caller.admin()
                .header("Idempotency-Key", key)
                .body(event)
                .post(EVENTS)
                .then();
    }

    private static ValidatableResponse get(String id) {
        return Caller.admin().get(EVENTS + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse post(String id, String action, Map<String, Object> body) {
        return Caller.admin().body(body).post(EVENTS + "/" + id + "/" + action).then();
    }

    private static ValidatableResponse patch(String id, Map<String, Object> patch, @Nullable String ifMatch) {
        var request = Caller.admin().contentType("application/merge-patch+json").body(patch);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch(EVENTS + "/" + id)
                .then();
    }
}
