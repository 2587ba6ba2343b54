package org.mailcontinuity.events.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

@EventServiceTest
class MonitorIT {
    private static final String MONITORS = "/api/v1/monitors";

    @Test
    void publishesEveryRevisionAndATombstoneAtTheEnd() {
        Response made = create("published.test");
        String id = made.path("monitorId");
        await().untilAsserted(() -> assertThat(Wire.latest(MonitorDefinition.class, id))
                .get()
                .extracting(MonitorDefinition::revision)
                .isEqualTo(1L));

        String tag = made.header("ETag");
        Caller.admin()
                .header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .body("{\"enabled\": false, \"schedule\": {\"interval\": \"PT5S\"}}")
                .patch(MONITORS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("enabled", equalTo(false))
                .body("schedule.interval", equalTo("PT5S"))
                .body("schedule.timeout", equalTo("PT1M"));
        await().untilAsserted(() -> assertThat(Wire.latest(MonitorDefinition.class, id))
                .get()
                .extracting(MonitorDefinition::enabled)
                .isEqualTo(false));

        Caller.admin().delete(MONITORS + "/" + id).then().statusCode(428);
        Caller.admin()
                .header("If-Match", tag)
                .delete(MONITORS + "/" + id)
                .then()
                .statusCode(412);
        Caller.admin()
                .header("If-Match", "\"2\"")
                .delete(MONITORS + "/" + id)
                .then()
                .statusCode(204);
        Caller.admin().get(MONITORS + "/" + id).then().statusCode(404);
        await().until(() -> Wire.deleted(MonitorDefinition.class, id));
    }

    @Test
    void replacesADefinition() {
        Response made = create("replaced.test");
        Caller.admin()
                .header("If-Match", made.header("ETag"))
                .body(Map.of(
                        "name",
                        "another name",
                        "domain",
                        "Replaced.TEST.",
                        "outbound",
                        Map.of(
                                "sender",
                                "probe@replaced.test",
                                "submission",
                                Map.of("host", "mail.replaced.test", "port", 587, "credential", "replaced"))))
                .put(MONITORS + "/" + made.path("monitorId"))
                .then()
                .statusCode(200)
                .body("name", equalTo("another name"))
                .body("domain", equalTo("replaced.test"))
                .body("inbound", equalTo(null))
                .body("outbound.latencyLimit", equalTo("PT2M"))
                .body("outbound.submission.security", equalTo("STARTTLS"));
    }

    @Test
    void namesFieldRuleAndBound() {
        refused(Map.of("name", "x", "domain", "no domain!", "inbound", Map.of("recipient", "a@b.test")), "domain");
        refused(Map.of("name", "x", "domain", "b.test"), "inbound");
        refused(Map.of("domain", "b.test", "inbound", Map.of("recipient", "a@b.test")), "name");
        refused(
                Map.of("name", "x", "domain", "b.test", "inbound", Map.of("recipient", "a@c.test")),
                "inbound.recipient");
        refused(
                Map.of("name", "x", "domain", "b.test", "inbound", Map.of("recipient", "a@b.test", "depth", "MAILBOX")),
                "inbound.depth");
        refused(
                Map.of(
                        "name",
                        "x",
                        "domain",
                        "b.test",
                        "policyId",
                        "0198f2a4-7c1e-7aa0-8f52-3d1c0a5be001",
                        "inbound",
                        Map.of("recipient", "a@b.test")),
                "policyId");
        Caller.admin()
                .body(Map.of(
                        "name",
                        "x",
                        "domain",
                        "b.test",
                        "inbound",
                        Map.of("recipient", "a@b.test"),
                        "schedule",
                        Map.of("interval", "PT0.5S")))
                .post(MONITORS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("schedule.interval"))
                .body("violations[0].message", equalTo("must be from PT1S to PT1H"));
    }

    @Test
    void takesTheSettingsOfEveryRuleAndNamesTheBoundOfEach() {
        Map<String, Object> settings = Map.of(
                "rule",
                "BURN_RATE",
                "burnRate",
                Map.of("objective", 0.995),
                "latency",
                Map.of("floor", "PT5S"),
                "volume",
                Map.of("enabled", false));
        Caller.admin()
                .body(counted("rules-1.test", settings))
                .post(MONITORS)
                .then()
                .statusCode(201)
                .body("detection.rule", equalTo("BURN_RATE"))
                .body("detection.burnRate.objective", equalTo(0.995f))
                .body("detection.latency", equalTo(Map.of("enabled", true, "floor", "PT5S")))
                .body("detection.volume.enabled", equalTo(false))
                .body("traffic.directions", equalTo(List.of("INBOUND")));
        refused(counted("rules-2.test", Map.of("burnRate", Map.of("objective", 0.5))), "detection.burnRate.objective");
        refused(counted("rules-2.test", Map.of("latency", Map.of("floor", "PT11M"))), "detection.latency.floor");
        refused(counted("rules-2.test", Map.of("rule", "GUESS")), "detection.rule");
    }

    private static Map<String, Object> counted(String domain, Map<String, Object> detection) {
        return Map.of(
                "name",
                domain,
                "domain",
                domain,
                "traffic",
                Map.of("directions", List.of("INBOUND")),
                "detection",
                detection);
    }

    @Test
    void listsByFilterNewestFirst() {
        create("listed-1.test");
        create("listed-2.test");
        Caller.admin()
                .get(MONITORS + "?name=listed-&limit=1")
                .then()
                .body("items.domain", equalTo(List.of("listed-2.test")))
                .body("next", org.hamcrest.Matchers.containsString("name=listed-"));
        Caller.admin()
                .get(MONITORS + "?domain=listed-1.test")
                .then()
                .body("items.domain", equalTo(List.of("listed-1.test")));
        Caller.as("VIEWER").get(MONITORS).then().statusCode(200);
        Caller.as("OPERATOR").body(Map.of()).post(MONITORS).then().statusCode(403);
    }

    @Test
    void takesAnIdempotencyKeyOnce() {
        Map<String, Object> body =
                Map.of("name", "once", "domain", "once.test", "inbound", Map.of("recipient", "a@once.test"));
        String first = Caller.admin()
                .header("Idempotency-Key", "once-1")
                .body(body)
                .post(MONITORS)
                .path("monitorId");
        Caller.admin()
                .header("Idempotency-Key", "once-1")
                .body(body)
                .post(MONITORS)
                .then()
                .statusCode(201)
                .body("monitorId", equalTo(first));
    }

    @Test
    void refusesToWatchADomainThatIsAContactsOnlyRoad() {
        People.contact("Grace Hopper", "grace@only-road.test");
        Caller.admin()
                .body(Map.of(
                        "name",
                        "x",
                        "domain",
                        "only-road.test",
                        "inbound",
                        Map.of("recipient", "postmaster@only-road.test")))
                .post(MONITORS)
                .then()
                .statusCode(409)
                .body("rule", equalTo("CONTACT_ONLY_IN_WATCHED_DOMAIN"))
                .body("detail", org.hamcrest.Matchers.containsString("Grace Hopper"));
        Caller.admin().get(MONITORS).then().body("items.domain", not(hasItem("only-road.test")));
    }

    private static Response create(String domain) {
        return Caller.admin()
                .body(Map.of("name", domain, "domain", domain, "inbound", Map.of("recipient", "postmaster@" + domain)))
                .post(MONITORS)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private static void refused(Map<String, Object> body, String field) {
        Caller.admin()
                .body(body)
                .post(MONITORS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }
}
