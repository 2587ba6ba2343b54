package org.mailcontinuity.events.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.FiredRule;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.contracts.sample.Direction;

class AlertTest {
    private static final Instant T0 = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant T1 = T0.plusSeconds(60);
    private static final UUID MONITOR = new UUID(0, 1);
    private static final UUID POLICY = new UUID(0, 8);

    @Test
    void firesInItsFirstEpisode() {
        Alert alert = firing(Severity.DOWN);
        assertThat(alert.status()).isEqualTo(new AlertStatus.Firing());
        assertThat(alert.episode()).isEqualTo(1);
        assertThat(alert.alertId()).isEqualTo(AlertChanged.idOf(alert.disruptionId()));
    }

    @Test
    void growsAnEpisodeAndForgetsAnAcknowledgementWhenTheSeverityRises() {
        Alert taken = after(firing(Severity.DEGRADED), new AlertCommand.Acknowledge("Ada"));
        Alert worse = after(taken, new AlertCommand.Update(extent(Severity.DOWN, "worse")));
        assertThat(worse.status()).isEqualTo(new AlertStatus.Firing());
        assertThat(worse.episode()).isEqualTo(2);
        assertThat(worse.firedAt()).isEqualTo(T1);
        assertThat(worse.revision()).isEqualTo(3);
    }

    @Test
    void tellsNobodyAnewWhenTheSeverityFallsAndRisesAgain() {
        Alert taken = after(firing(Severity.DOWN), new AlertCommand.Acknowledge("Ada"));
        Alert better = after(taken, new AlertCommand.Update(extent(Severity.DEGRADED, "one route")));
        Alert again = after(better, new AlertCommand.Update(extent(Severity.DOWN, "both routes")));
        assertThat(again.episode()).isEqualTo(1);
        assertThat(again.status()).isInstanceOf(AlertStatus.Acknowledged.class);
        assertThat(again.severity()).isEqualTo(Severity.DOWN);
    }

    @Test
    void staysSilentUntilTheTimeGivenThoughTheSeverityRises() {
        Instant until = T1.plus(Duration.ofHours(1));
        Alert silent = after(firing(Severity.DEGRADED), new AlertCommand.Suspend("Ada", until));
        Alert worse = after(silent, new AlertCommand.Update(extent(Severity.DOWN, "worse")));
        assertThat(worse.status()).isEqualTo(new AlertStatus.Suspended("Ada", T1, until));
        assertThat(worse.episode()).isEqualTo(2);
        assertThat(worse.decide(new AlertCommand.Wake(), until.minusMillis(1)))
                .isEqualTo(new AlertDecision.Unchanged());
        assertThat(worse.decide(new AlertCommand.Wake(), until))
                .isInstanceOfSatisfying(
                        AlertDecision.Changed.class,
                        changed -> assertThat(changed.alert().status()).isEqualTo(new AlertStatus.Firing()));
    }

    @Test
    void boundsSuspensions() {
        Alert alert = firing(Severity.DOWN);
        assertThat(refusal(alert, new AlertCommand.Suspend("Ada", T1))).isEqualTo(AlertRefusal.SUSPENSION_NOT_AHEAD);
        Instant longest = T1.plus(Alert.LONGEST_SUSPENSION);
        assertThat(refusal(alert, new AlertCommand.Suspend("Ada", longest.plusMillis(1))))
                .isEqualTo(AlertRefusal.SUSPENSION_BEYOND_LIMIT);
        assertThat(alert.decide(new AlertCommand.Suspend("Ada", longest), T1))
                .isInstanceOf(AlertDecision.Changed.class);
    }

    @Test
    void reopensInANewEpisode() {
        Alert over = after(firing(Severity.DOWN), new AlertCommand.Clear(extent(Severity.DOWN, "first")));
        assertThat(over.status()).isEqualTo(new AlertStatus.Resolved(T1, Optional.empty()));
        Alert again = after(over, new AlertCommand.Reopen(extent(Severity.DEGRADED, "again")));
        assertThat(again.status()).isEqualTo(new AlertStatus.Firing());
        assertThat(again.episode()).isEqualTo(2);
        assertThat(again.worst()).isEqualTo(Severity.DEGRADED);
    }

    static List<AlertCommand> answers() {
        return List.of(
                new AlertCommand.Acknowledge("Ada"),
                new AlertCommand.Suspend("Ada", T1.plusSeconds(60)),
                new AlertCommand.Close("Ada", extent(Severity.DOWN, "first")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void refusesAnswersOnceItIsOver(AlertCommand answer) {
        Alert over = after(firing(Severity.DOWN), new AlertCommand.Clear(extent(Severity.DOWN, "first")));
        assertThat(refusal(over, answer)).isEqualTo(AlertRefusal.ALREADY_RESOLVED);
    }

    @Test
    void isAcknowledgedOnceOnly() {
        Alert taken = after(firing(Severity.DOWN), new AlertCommand.Acknowledge("Ada"));
        assertThat(refusal(taken, new AlertCommand.Acknowledge("Grace"))).isEqualTo(AlertRefusal.ALREADY_ACKNOWLEDGED);
    }

    @Test
    void changesNothingForWhatIsKnown() {
        Alert alert = firing(Severity.DOWN);
        EventAnswer answer = new EventAnswer(new UUID(0, 9), EventState.ACTIVE, T1);
        Alert answered = after(alert, new AlertCommand.Answer(answer));
        assertThat(answered.event()).contains(answer);
        assertThat(answered.decide(new AlertCommand.Answer(answer), T1)).isEqualTo(new AlertDecision.Unchanged());
        assertThat(alert.decide(new AlertCommand.Update(extent(Severity.DOWN, "first")), T1))
                .isEqualTo(new AlertDecision.Unchanged());
        Alert over = after(alert, new AlertCommand.Clear(extent(Severity.DOWN, "first")));
        assertThat(over.decide(new AlertCommand.Clear(extent(Severity.DOWN, "first")), T1))
                .isEqualTo(new AlertDecision.Unchanged());
        assertThat(over.decide(new AlertCommand.Update(extent(Severity.DOWN, "late")), T1))
                .isEqualTo(new AlertDecision.Unchanged());
    }

    @Test
    void isReadAsItWasPublished() {
        Alert alert = after(firing(Severity.DOWN), new AlertCommand.Suspend("Ada", T1.plusSeconds(60)));
        AlertChanged message = AlertMessage.of(alert, alert.extent().monitors(), List.of(), Optional.empty());
        assertThat(message.state()).isEqualTo(AlertState.SUSPENDED);
        assertThat(AlertMessage.read(message, alert.disruptionId(), alert.common(), alert.worst()))
                .isEqualTo(alert);
        Alert closed = after(alert, new AlertCommand.Close("Grace", extent(Severity.DOWN, "first")));
        assertThat(AlertMessage.read(
                        AlertMessage.of(closed, closed.extent().monitors(), List.of(), Optional.empty()),
                        closed.disruptionId(),
                        closed.common(),
                        closed.worst()))
                .isEqualTo(closed);
    }

    private static Alert after(Alert alert, AlertCommand command) {
        AlertDecision decision = alert.decide(command, T1);
        assertThat(decision).isInstanceOf(AlertDecision.Changed.class);
        Alert changed = ((AlertDecision.Changed) decision).alert();
        assertThat(changed.revision()).isEqualTo(alert.revision() + 1);
        return changed;
    }

    private static AlertRefusal refusal(Alert alert, AlertCommand command) {
        return ((AlertDecision.Refused) alert.decide(command, T1)).refusal();
    }

    private static Alert firing(Severity severity) {
        Disruption disruption = new Disruption(
                new UUID(0, 2),
                MONITOR,
                Direction.INBOUND,
                T0,
                T0,
                new FiredRule("EVIDENCE", Map.of()),
                severity,
                cause("first"),
                List.of(),
                List.of(),
                List.of());
        return Alert.firing(disruption, Optional.of(POLICY), extent(severity, "first"), T0);
    }

    private static Extent extent(Severity severity, String sentence) {
        return new Extent(
                severity,
                cause(sentence),
                List.of(new AffectedMonitor(MONITOR, "m", "example.test", Direction.INBOUND)),
                1,
                1,
                1);
    }

    private static Cause cause(String sentence) {
        return new Cause(Optional.empty(), Optional.empty(), Optional.empty(), "key", sentence, 1);
    }
}
