package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionRule;

/** BURN_RATE as the chosen rule: one vantage, a check each 30 seconds. */
class BurnRateTest {
    private static final int ROUND = 30;

    private final Scene scene = new Scene(new DetectionRule.BurnRate(0.99), Direction.INBOUND);
    private long now;

    @Test
    void opensAndClearsByTheBudget() {
        good(720);
        refused(16);
        assertThat(scene.findings).isEmpty();
        refused(2);
        assertThat(scene.findings).hasSize(1);
        Report report = ((Finding.Opened) scene.findings.getFirst()).report();
        assertThat(report.fired().rule()).isEqualTo("BURN_RATE");
        assertThat(report.fired().value()).isGreaterThanOrEqualTo(report.fired().threshold());
        assertThat(report.fired().threshold()).isEqualTo(144);
        assertThat(report.severity()).isEqualTo(Severity.DOWN);
        assertThat(report.cause().sentence()).startsWith("mx1.example.test refuses connections");
        good(6);
        assertThat(scene.findings).hasSize(1);
        good(60);
        assertThat(scene.findings).hasSize(2).last().isInstanceOf(Finding.Cleared.class);
    }

    @Test
    void findsAFaultThatComesAndGoes() {
        for (int i = 0; i < 90; i++) {
            refused(1);
            good(9);
        }
        assertThat(scene.findings).isNotEmpty();
        assertThat(((Finding.Opened) scene.findings.getFirst()).report().fired().threshold())
                .isEqualTo(60);
    }

    @Test
    void isQuietAtALossWithinTheBudget() {
        for (int i = 0; i < 30; i++) {
            refused(1);
            good(99);
        }
        assertThat(scene.findings).isEmpty();
        assertThat(scene.counter()).isBetween(0, 1);
    }

    private void good(int count) {
        for (int i = 0; i < count; i++) {
            now += ROUND;
            scene.good("local", now);
        }
    }

    private void refused(int count) {
        for (int i = 0; i < count; i++) {
            now += ROUND;
            scene.refused("local", now);
        }
    }
}
