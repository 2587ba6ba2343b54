package org.mailcontinuity.events.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.contracts.disruption.FiredRule;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.Notice;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

@EventServiceTest
class DisruptionIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private String contact = "";
    private String monitor = "";

    @BeforeEach
    void watchADomain() {
        contact = People.contact("Ada Lovelace", "ada@elsewhere.test");
        monitor = People.monitor("broken.test", People.policy(contact));
    }

    @Test
    void raisesOneAlertWithThePolicysContacts() {
        Disruption disruption = disruption(Severity.DOWN);
        Wire.send(new DisruptionOpened(disruption), "same-" + disruption.disruptionId());
        Wire.send(new DisruptionOpened(disruption), "same-" + disruption.disruptionId());
        Wire.send(new DisruptionOpened(disruption));
        AlertChanged alert = alert(disruption, AlertState.FIRING);
        assertThat(alert.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.contactIds()).containsExactly(UUID.fromString(contact)));
        assertThat(alert.monitors())
                .singleElement()
                .satisfies(affected -> assertThat(affected.domain()).isEqualTo("broken.test"));
        clear(disruption);
        alert(disruption, AlertState.RESOLVED);
        assertThat(Wire.read(AlertChanged.class, alert.alertId().toString()))
                .extracting(AlertChanged::state)
                .containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        Caller.as("VIEWER")
                .get("/api/v1/disruptions/" + disruption.disruptionId())
                .then()
                .body("state", equalTo("CLEARED"))
                .body("clearReason", equalTo("RECOVERED"))
                .body("cause.sentence", equalTo("mx1.broken.test refuses connections"))
                .body("timeline.kind", equalTo(List.of("OPENED", "CLEARED")));
    }

    @Test
    void acknowledgesUntilTheSeverityRises() {
        Disruption disruption = disruption(Severity.DEGRADED);
        Wire.send(new DisruptionOpened(disruption));
        alert(disruption, AlertState.FIRING);
        act(disruption, "acknowledge", Map.of(), 200);
        assertThat(alert(disruption, AlertState.ACKNOWLEDGED).standing())
                .get()
                .satisfies(standing -> assertThat(standing.by()).startsWith("first admin"));
        act(disruption, "acknowledge", Map.of(), 409);
        Wire.send(new DisruptionChanged(with(disruption, Severity.DOWN), NOW.plusSeconds(30)));
        assertThat(alert(disruption, AlertState.FIRING).episode()).isEqualTo(2);
    }

    @Test
    void suspendsForAWhileThenCloses() {
        Disruption disruption = disruption(Severity.DOWN);
        Wire.send(new DisruptionOpened(disruption));
        alert(disruption, AlertState.FIRING);
        act(disruption, "suspend-notifications", Map.of(), 400);
        act(disruption, "suspend-notifications", Map.of("for", "P31D"), 409);
        act(disruption, "suspend-notifications", Map.of("for", "PT1S"), 200);
        alert(disruption, AlertState.SUSPENDED);
        alert(disruption, AlertState.FIRING);
        act(disruption, "close", Map.of("reason", "planned work"), 200);
        assertThat(alert(disruption, AlertState.RESOLVED).standing()).isPresent();
        act(disruption, "close", Map.of("reason", "again"), 409);
        act(disruption, "acknowledge", Map.of(), 409);
        Wire.send(new DisruptionReopened(disruption, NOW.plusSeconds(60)));
        assertThat(alert(disruption, AlertState.FIRING).episode()).isEqualTo(2);
        Caller.admin()
                .get("/api/v1/disruptions?state=OPEN&monitorId=" + monitor)
                .then()
                .body("items.disruptionId", hasItem(disruption.disruptionId().toString()))
                .body("items.alert.state", hasItem("FIRING"));
    }

    @Test
    void showsWhoWasTold() {
        Disruption disruption = disruption(Severity.DOWN);
        Wire.send(new DisruptionOpened(disruption));
        AlertChanged alert = alert(disruption, AlertState.FIRING);
        Wire.send(new NotificationAttempted(
                UUID.randomUUID(),
                Optional.of(alert.alertId()),
                Optional.empty(),
                1,
                Notice.FIRING,
                0,
                UUID.fromString(contact),
                ChannelType.EMAIL,
                0,
                1,
                NOW.plusSeconds(5),
                AttemptOutcome.SENT,
                Optional.of("relay1.test"),
                Optional.of("250 2.0.0 queued"),
                Optional.empty()));
        await().untilAsserted(() -> Caller.admin()
                .get("/api/v1/disruptions/" + disruption.disruptionId())
                .then()
                .body("timeline.kind", hasItem("NOTIFIED"))
                .body("timeline.actor", hasItem("Ada Lovelace")));
        Caller.admin()
                .get("/api/v1/notifications?alertId=" + alert.alertId())
                .then()
                .body("items[0].via", equalTo("relay1.test"));
        Caller.admin()
                .get("/api/v1/alerts/" + alert.alertId())
                .then()
                .header("ETag", "\"1\"")
                .body("state", equalTo("FIRING"));
    }

    private static void act(Disruption disruption, String verb, Map<String, String> body, int status) {
        Caller.admin()
                .body(body)
                .post("/api/v1/disruptions/" + disruption.disruptionId() + "/" + verb)
                .then()
                .statusCode(status);
    }

    private static AlertChanged alert(Disruption disruption, AlertState state) {
        String key = AlertChanged.idOf(disruption.disruptionId()).toString();
        return await().atMost(java.time.Duration.ofSeconds(20))
                .until(
                        () -> Wire.latest(AlertChanged.class, key),
                        found -> found.filter(alert -> alert.state() == state).isPresent())
                .orElseThrow();
    }

    private void clear(Disruption disruption) {
        Wire.send(new DisruptionCleared(disruption, NOW.plusSeconds(120), ClearReason.RECOVERED));
    }

    private Disruption disruption(Severity severity) {
        UUID id = UUID.fromString(monitor);
        return new Disruption(
                Disruption.idOf(id, Direction.INBOUND, "FLOW", NOW.minusSeconds(60)),
                id,
                Direction.INBOUND,
                NOW.minusSeconds(60),
                NOW,
                new FiredRule("EVIDENCE", Map.of("score", 48.0, "threshold", 48.0)),
                severity,
                new Cause(
                        Optional.of(Stage.CONNECT),
                        Optional.of(Fault.CONNECT_REFUSED),
                        Optional.empty(),
                        "host:mx1.broken.test",
                        "mx1.broken.test refuses connections",
                        0.97),
                List.of("local"),
                List.of(),
                List.of(UUID.randomUUID()));
    }

    private static Disruption with(Disruption disruption, Severity severity) {
        return new Disruption(
                disruption.disruptionId(),
                disruption.monitorId(),
                disruption.direction(),
                disruption.openedAt(),
                disruption.detectedAt(),
                disruption.rule(),
                severity,
                disruption.cause(),
                disruption.agreeing(),
                disruption.disagreeing(),
                disruption.evidence());
    }
}
