package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.Extras;
import org.mailcontinuity.detection.rule.Maintenance;
import org.mailcontinuity.detection.rule.Sensitivity;

/** Two vantages, a check each 30 seconds, 300 ms in healthy times; an hour is known. */
class LatencyRuleTest {
    private static final int ROUND = 30;
    private static final int USUAL = 300;
    private static final int SLOW = 7_000;

    private final Scene scene = new Scene(new DetectionRule.Evidence(Sensitivity.BALANCED), Direction.INBOUND);
    private long now;

    @BeforeEach
    void isHealthyForAnHour() {
        scene.adopt(scene.settings.withExtras(Extras.NONE.withLatency(Duration.ofSeconds(2))), 0);
        rounds(120, USUAL);
        assertThat(scene.findings).isEmpty();
    }

    @Test
    void opensADegradationWhenMailIsSlow() {
        rounds(2, SLOW);
        assertThat(scene.verdict(now)).isEqualTo(Verdict.SUSPECT);
        rounds(1, SLOW);
        assertThat(scene.story()).containsExactly("Opened@3690");
        Report report = ((Finding.Opened) scene.findings.getFirst()).report();
        assertThat(report.severity()).isEqualTo(Severity.DEGRADED);
        assertThat(report.fired().rule()).isEqualTo("LATENCY");
        assertThat(report.openedAt()).isEqualTo(Scene.at(3_630));
        assertThat(report.agreeing()).containsExactly("eu", "us");
        assertThat(report.cause().sentence())
                .isEqualTo("inbound mail of example.test gets through slowly: a check took 7.0 s,"
                        + " 2.0 s would be the most to expect (vantages: eu, us)");
        assertThat(report.cause().fault()).contains(Fault.LATE);
        assertThat(scene.verdict(now)).isEqualTo(Verdict.DEGRADED);
    }

    @Test
    void isOverAfterFourteenFastChecksInARow() {
        rounds(3, SLOW);
        rounds(6, USUAL);
        assertThat(scene.story()).containsExactly("Opened@3690");
        rounds(1, USUAL);
        assertThat(scene.story()).containsExactly("Opened@3690", "Cleared@3900");
        Finding.Cleared cleared = (Finding.Cleared) scene.findings.getLast();
        assertThat(cleared.report().cause().causeKey()).isEqualTo("LATENCY:example.test");
    }

    @Test
    void becomesAnOutageWhenMailStops() {
        rounds(3, SLOW);
        refused(1);
        assertThat(scene.story()).containsExactly("Opened@3690");
        refused(2);
        assertThat(scene.story()).containsExactly("Opened@3690", "Changed@3780");
        Report report = ((Finding.Changed) scene.findings.getLast()).report();
        assertThat(report.severity()).isEqualTo(Severity.DOWN);
        assertThat(report.fired().rule()).isEqualTo("EVIDENCE");
        assertThat(report.openedAt()).isEqualTo(Scene.at(3_630));
        rounds(20, USUAL);
        assertThat(scene.story()).hasSize(3).last().asString().startsWith("Cleared@");
    }

    @Test
    void keepsAnOutageOpenWhileMailIsSlowAfterIt() {
        refused(4);
        rounds(10, SLOW);
        assertThat(scene.story()).containsExactly("Opened@3690");
        rounds(7, USUAL);
        assertThat(scene.story()).hasSize(2).last().asString().startsWith("Cleared@");
    }

    @Test
    void saysNothingOfOneSlowLine() {
        for (int i = 0; i < 60; i++) {
            now += ROUND;
            scene.look(now).by("eu").taking(SLOW).good();
            scene.look(now).by("us").taking(USUAL).good();
        }
        assertThat(scene.findings).isEmpty();
    }

    @Test
    void saysNothingBelowTheFloor() {
        rounds(60, 1_900);
        assertThat(scene.findings).isEmpty();
    }

    @Test
    void raisesNothingInMaintenanceAndBeginsAnewAfterIt() {
        scene.adopt(scene.settings.withMaintenance(List.of(new Maintenance(Scene.at(now), Scene.at(now + 600)))), now);
        rounds(19, SLOW);
        assertThat(scene.findings).isEmpty();
        rounds(3, SLOW);
        assertThat(scene.story()).containsExactly("Opened@" + now);
    }

    @Test
    void learnsALastingChangeInTheEnd() {
        rounds(3, SLOW);
        rounds(4 * 2_880, SLOW);
        assertThat(scene.story()).hasSize(2).last().asString().startsWith("Cleared@");
        assertThat(scene.verdict(now)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void isOffWhereItIsSwitchedOff() {
        scene.adopt(scene.settings.withExtras(Extras.NONE), now);
        rounds(60, SLOW);
        assertThat(scene.findings).isEmpty();
    }

    private void rounds(int count, int millis) {
        for (int i = 0; i < count; i++) {
            now += ROUND;
            scene.look(now).by("eu").taking(millis).good();
            scene.look(now).by("us").taking(millis).good();
        }
    }

    private void refused(int count) {
        for (int i = 0; i < count; i++) {
            now += ROUND;
            scene.refused("eu", now);
            scene.refused("us", now);
        }
    }
}
