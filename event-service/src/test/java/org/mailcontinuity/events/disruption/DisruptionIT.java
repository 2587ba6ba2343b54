package org.mailcontinuity.events.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.Notice;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Outage;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

@EventServiceTest
class DisruptionIT {
    @Inject
    EntityManager database;

    private String contact = "";
    private String monitor = "";

    @BeforeEach
    void watchADomain() {
        contact = People.contact("Ada Lovelace", "ada@elsewhere.test");
        monitor = People.monitor("broken.test", People.policy(contact));
    }

    @Test
    void raisesOneAlertWithThePolicysContacts() {
        Outage outage = Outage.begin(monitor, Severity.DOWN);
        Wire.send(new DisruptionOpened(outage.disruption()), "same-" + outage.id());
        Wire.send(new DisruptionOpened(outage.disruption()), "same-" + outage.id());
        AlertChanged alert = outage.alert(AlertState.FIRING);
        assertThat(alert.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.contactIds()).containsExactly(UUID.fromString(contact)));
        assertThat(alert.monitors())
                .singleElement()
                .satisfies(affected -> assertThat(affected.domain()).isEqualTo("broken.test"));
        outage.ends();
        outage.alert(AlertState.RESOLVED);
        assertThat(Wire.read(AlertChanged.class, alert.alertId().toString()))
                .extracting(AlertChanged::state)
                .containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        Caller.as("VIEWER")
                .get("/api/v1/disruptions/" + outage.id())
                .then()
                .body("state", equalTo("CLEARED"))
                .body("clearReason", equalTo("RECOVERED"))
                .body("cause.sentence", equalTo("mx1.broken.test refuses connections"))
                .body("timeline.kind", equalTo(List.of("OPENED", "CLEARED")));
    }

    @Test
    void acknowledgesUntilTheSeverityRises() {
        Outage outage = Outage.begin(monitor, Severity.DEGRADED);
        outage.alert(AlertState.FIRING);
        act(outage, "acknowledge", Map.of(), 200);
        assertThat(outage.alert(AlertState.ACKNOWLEDGED).standing())
                .get()
                .satisfies(standing -> assertThat(standing.by()).startsWith("first admin"));
        act(outage, "acknowledge", Map.of(), 409);
        outage.worsens();
        assertThat(outage.alert(AlertState.FIRING).episode()).isEqualTo(2);
    }

    @Test
    void suspendsForAWhileThenCloses() {
        Outage outage = Outage.begin(monitor, Severity.DOWN);
        outage.alert(AlertState.FIRING);
        act(outage, "suspend-notifications", Map.of(), 400);
        act(outage, "suspend-notifications", Map.of("for", "P31D"), 409);
        act(outage, "suspend-notifications", Map.of("for", "PT1S"), 200);
        outage.alert(AlertState.SUSPENDED);
        outage.alert(AlertState.FIRING);
        act(outage, "close", Map.of("reason", "planned work"), 200);
        assertThat(outage.alert(AlertState.RESOLVED).standing()).isPresent();
        act(outage, "close", Map.of("reason", "again"), 409);
        act(outage, "acknowledge", Map.of(), 409);
        outage.comesBack();
        assertThat(outage.alert(AlertState.FIRING).episode()).isEqualTo(2);
        Caller.admin()
                .get("/api/v1/disruptions?state=OPEN&monitorId=" + monitor)
                .then()
                .body("items.disruptionId", hasItem(outage.id().toString()))
                .body("items.alert.state", hasItem("FIRING"));
    }

    @Test
    void showsWhoWasTold() {
        Outage outage = Outage.begin(monitor, Severity.DOWN);
        outage.alert(AlertState.FIRING);
        Wire.send(attempt(outage));
        await().untilAsserted(() -> Caller.admin()
                .get("/api/v1/disruptions/" + outage.id())
                .then()
                .body("timeline.kind", hasItem("NOTIFIED"))
                .body("timeline.actor", hasItem("Ada Lovelace")));
        Caller.admin()
                .get("/api/v1/notifications?alertId=" + outage.alertId())
                .then()
                .body("items[0].via", equalTo("relay1.test"));
        Caller.admin()
                .get("/api/v1/alerts/" + outage.alertId())
                .then()
                .header("ETag", "\"1\"")
                .body("state", equalTo("FIRING"));
    }

    @Test
    void tellsTheAlertOfTheEventThatAnswersIt() {
        Outage outage = Outage.begin(monitor, Severity.DOWN);
        outage.alert(AlertState.FIRING);
        Caller.admin()
                .body(Map.of(
                        "name",
                        "answer",
                        "duration",
                        "PT1H",
                        "scope",
                        Map.of("everyone", true),
                        "disruptionId",
                        outage.id().toString()))
                .post("/api/v1/events")
                .then()
                .statusCode(201);
        await().untilAsserted(() -> assertThat(outage.alert(AlertState.FIRING).event())
                .get()
                .satisfies(event -> assertThat(event.state().name()).isEqualTo("ACTIVE")));
        Caller.admin().get("/api/v1/disruptions/" + outage.id()).then().body("timeline.kind", hasItem("EVENT_STARTED"));
    }

    @Test
    void startsAnEventByItselfWhereTheMonitorAsksForIt() {
        Caller.admin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body("""
                        {"activation": {"mode": "AUTOMATIC", "afterUnacknowledged": "PT1M", "duration": "PT1H"}}""")
                .patch("/api/v1/monitors/" + monitor)
                .then()
                .statusCode(200);
        Outage outage = Outage.begin(monitor, Severity.DOWN);
        outage.alert(AlertState.FIRING);
        QuarkusTransaction.requiringNew().run(() -> alertFiredTwoMinutesAgo(outage));
        await().untilAsserted(() -> Caller.admin()
                .get("/api/v1/disruptions/" + outage.id())
                .then()
                .body("timeline.kind", hasItem("EVENT_STARTED"))
                .body("timeline.actor", hasItem("automatic activation")));
    }

    private void alertFiredTwoMinutesAgo(Outage outage) {
        String fired =
                Instant.now().minusSeconds(120).truncatedTo(ChronoUnit.MILLIS).toString();
        database.createNativeQuery("update alert set alert = jsonb_set(alert, '{firedAt}', to_jsonb(cast(:at as text)))"
                        + " where id = :id")
                .setParameter("at", fired)
                .setParameter("id", outage.alertId())
                .executeUpdate();
    }

    private static void act(Outage outage, String verb, Map<String, String> body, int status) {
        Caller.admin()
                .body(body)
                .post("/api/v1/disruptions/" + outage.id() + "/" + verb)
                .then()
                .statusCode(status);
    }

    private NotificationAttempted attempt(Outage outage) {
        return new NotificationAttempted(
                UUID.randomUUID(),
                Optional.of(outage.alertId()),
                Optional.empty(),
                1,
                Notice.FIRING,
                0,
                UUID.fromString(contact),
                ChannelType.EMAIL,
                0,
                1,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                AttemptOutcome.SENT,
                Optional.of("relay1.test"),
                Optional.of("250 2.0.0 queued"),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
