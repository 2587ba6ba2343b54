package org.mailcontinuity.events;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.contracts.disruption.FiredRule;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;

/** A disruption of inbound mail as the detector tells of it. */
public record Outage(Disruption disruption) {
    /** Found just now, begun a minute ago, and told. */
    public static Outage begin(String monitorId, Severity severity) {
        Outage outage = at(monitorId, severity, "mx1.broken.test", Instant.now());
        outage.opens();
        return outage;
    }

    /** Of a host, found at {@code detectedAt}, begun a minute before, and not told yet. */
    public static Outage at(String monitorId, Severity severity, String host, Instant detectedAt) {
        Instant now = detectedAt.truncatedTo(ChronoUnit.MILLIS);
        Instant since = now.minusSeconds(60);
        UUID id = UUID.fromString(monitorId);
        return new Outage(new Disruption(
                Disruption.idOf(id, Direction.INBOUND, "FLOW", since),
                id,
                Direction.INBOUND,
                since,
                now,
                new FiredRule("EVIDENCE", Map.of("score", 48.0, "threshold", 48.0)),
                severity,
                new Cause(
                        Optional.of(Stage.CONNECT),
                        Optional.of(Fault.CONNECT_REFUSED),
                        Optional.of(Route.of(host, 25, 10)),
                        "CONNECT:CONNECT_REFUSED:" + host,
                        host + " refuses connections",
                        0.97),
                List.of("eu-1", "us-1"),
                List.of("ap-1"),
                List.of(UUID.randomUUID())));
    }

    public void opens() {
        Wire.send(new DisruptionOpened(disruption));
    }

    public DisruptionCleared cleared() {
        return new DisruptionCleared(disruption, disruption.detectedAt().plusSeconds(120), ClearReason.RECOVERED);
    }

    public void worsens() {
        Disruption d = disruption;
        Wire.send(new DisruptionChanged(
                new Disruption(
                        d.disruptionId(),
                        d.monitorId(),
                        d.direction(),
                        d.openedAt(),
                        d.detectedAt(),
                        d.rule(),
                        Severity.DOWN,
                        d.cause(),
                        d.agreeing(),
                        d.disagreeing(),
                        d.evidence()),
                d.detectedAt().plusSeconds(30)));
    }

    public void comesBack() {
        Wire.send(new DisruptionReopened(disruption, disruption.detectedAt().plusSeconds(60)));
    }

    public void ends() {
        Wire.send(cleared());
    }

    public UUID id() {
        return disruption.disruptionId();
    }

    /** Its alert, if it raises one itself. */
    public UUID alertId() {
        return AlertChanged.idOf(id());
    }

    /** Waits until its alert is published in this state. */
    public AlertChanged alert(AlertState state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Wire.latest(AlertChanged.class, alertId().toString()),
                        found -> found.filter(alert -> alert.state() == state).isPresent())
                .orElseThrow();
    }
}
