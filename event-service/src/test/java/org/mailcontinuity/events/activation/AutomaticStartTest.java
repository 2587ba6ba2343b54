package org.mailcontinuity.events.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.contracts.event.Scope;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.ActivationMode;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertStatus;
import org.mailcontinuity.events.alert.CommonCause;
import org.mailcontinuity.events.alert.Extent;

class AutomaticStartTest {
    private static final Instant FIRED = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant DUE = FIRED.plus(Duration.ofMinutes(15));
    private static final UUID GROUP = new UUID(0, 7);
    private static final Activation AUTOMATIC = new Activation(
            ActivationMode.AUTOMATIC,
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            Optional.of(new Scope(false, List.of(GROUP))));

    @Test
    void startsWhenNobodyAnsweredForAsLongAsItWaits() {
        Alert alert = alert(Severity.DOWN, new AlertStatus.Firing(), Optional.empty());
        assertThat(AutomaticStart.of(List.of(AUTOMATIC), alert, DUE.minusMillis(1)))
                .isEmpty();
        assertThat(AutomaticStart.of(List.of(AUTOMATIC), alert, DUE))
                .contains(new AutomaticStart(Duration.ofHours(4), List.of(GROUP)));
    }

    @Test
    void leavesItToAPersonWhereTheMonitorSaysSo() {
        Alert alert = alert(Severity.DOWN, new AlertStatus.Firing(), Optional.empty());
        assertThat(AutomaticStart.of(List.of(Activation.BY_HAND), alert, DUE)).isEmpty();
    }

    @Test
    void leavesItToAPersonOnceSomebodyAnswered() {
        Instant until = DUE.plusSeconds(60);
        assertThat(start(Severity.DOWN, new AlertStatus.Acknowledged("Ada", FIRED)))
                .isEmpty();
        assertThat(start(Severity.DOWN, new AlertStatus.Suspended("Ada", FIRED, until)))
                .isEmpty();
        assertThat(start(Severity.DOWN, new AlertStatus.Resolved(FIRED, Optional.empty())))
                .isEmpty();
        EventAnswer ended = new EventAnswer(new UUID(0, 9), EventState.ENDED, FIRED);
        Alert answered = alert(Severity.DOWN, new AlertStatus.Firing(), Optional.of(ended));
        assertThat(AutomaticStart.of(List.of(AUTOMATIC), answered, DUE)).isEmpty();
    }

    @Test
    void coversAllWhomTheMonitorsOfAnAlertNameForAsLongAsOneWants() {
        UUID other = new UUID(0, 77);
        Activation longer = new Activation(
                ActivationMode.AUTOMATIC,
                AUTOMATIC.afterUnacknowledged(),
                Duration.ofHours(8),
                Optional.of(new Scope(false, List.of(other))));
        Activation patient = new Activation(
                ActivationMode.AUTOMATIC, Duration.ofHours(10), Duration.ofHours(12), Optional.of(Scope.EVERYONE));
        Alert alert = alert(Severity.DOWN, new AlertStatus.Firing(), Optional.empty());
        assertThat(AutomaticStart.of(List.of(AUTOMATIC, longer, patient, Activation.BY_HAND), alert, DUE))
                .contains(new AutomaticStart(Duration.ofHours(8), List.of(GROUP, other)));
    }

    @Test
    void answersOutagesOnly() {
        assertThat(start(Severity.DEGRADED, new AlertStatus.Firing())).isEmpty();
        assertThat(start(Severity.BLIND, new AlertStatus.Firing())).isEmpty();
    }

    private static Optional<AutomaticStart> start(Severity severity, AlertStatus status) {
        return AutomaticStart.of(List.of(AUTOMATIC), alert(severity, status, Optional.empty()), DUE);
    }

    private static Alert alert(Severity severity, AlertStatus status, Optional<EventAnswer> event) {
        UUID monitor = new UUID(0, 1);
        return new Alert(
                new UUID(0, 2),
                new UUID(0, 3),
                Optional.empty(),
                new CommonCause("key", Optional.empty()),
                1,
                1,
                severity,
                severity,
                FIRED,
                FIRED,
                FIRED,
                status,
                new Extent(
                        severity,
                        new Cause(Optional.empty(), Optional.empty(), Optional.empty(), "key", "sentence", 1),
                        List.of(new AffectedMonitor(monitor, "m", "example.test", Direction.INBOUND)),
                        1,
                        1,
                        1),
                event);
    }
}
