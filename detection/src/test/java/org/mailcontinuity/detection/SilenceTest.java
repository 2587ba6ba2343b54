package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.Extras;
import org.mailcontinuity.detection.rule.Sensitivity;

/** Ten messages each 5 minutes for five weeks, then less. */
class SilenceTest {
    private static final int SLOT = 300;
    private static final int WEEK = 7 * 24 * 3_600;
    private static final int MAIL = 10;

    private final Scene scene = new Scene(new DetectionRule.Evidence(Sensitivity.BALANCED), Direction.INBOUND);
    private long now;

    @BeforeEach
    void knowsFiveWeeks() {
        scene.adopt(scene.settings.withExtras(Extras.NONE.withVolume(Set.of(Direction.INBOUND))), 0);
        while (now < 5 * WEEK) {
            counted(MAIL);
        }
        assertThat(scene.findings).isEmpty();
        assertThat(scene.verdict(now)).isEqualTo(Verdict.HEALTHY);
        assertThat(DetectionCore.expectedPerMinute(scene.state, Direction.INBOUND, scene.settings, Scene.at(now))
                        .orElseThrow())
                .isBetween(1.9, 2.1);
    }

    @Test
    void opensAnOutageWhenMailStopsAndNobodyProbes() {
        long began = now;
        counted(0, 8);
        assertThat(scene.findings).hasSize(1);
        Finding.Opened opened = (Finding.Opened) scene.findings.getFirst();
        assertThat(opened.at()).isBetween(Scene.at(began + 25 * 60), Scene.at(began + 35 * 60));
        Report report = opened.report();
        assertThat(report.severity()).isEqualTo(Severity.DOWN);
        assertThat(report.fired().rule()).isEqualTo("VOLUME");
        assertThat(report.openedAt()).isBetween(Scene.at(began - 300), Scene.at(began + 300));
        assertThat(report.cause().sentence())
                .isEqualTo("next to no inbound mail of example.test: 10 messages accepted in 30 minutes,"
                        + " 60 were to be expected");
        assertThat(scene.verdict(now)).isEqualTo(Verdict.FAILING);
        counted(MAIL, 7);
        assertThat(scene.findings.getLast()).isInstanceOf(Finding.Cleared.class);
        assertThat(scene.verdict(now)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void opensADegradationWhenMuchIsMissing() {
        counted(2, 10);
        Report report = ((Finding.Opened) scene.findings.getFirst()).report();
        assertThat(report.severity()).isEqualTo(Severity.DEGRADED);
        assertThat(report.cause().sentence()).startsWith("unusually little inbound mail of example.test: ");
    }

    @Test
    void isOnlyASuspicionWhileProbesSeeMailFlow() {
        probedWhileSilent(24);
        assertThat(scene.findings).isEmpty();
        assertThat(scene.verdict(now + 1)).isEqualTo(Verdict.SUSPECT);
    }

    @Test
    void isAnOutageOnceProbesHalfAgree() {
        probedWhileSilent(24);
        long at = now + 30;
        scene.refused("eu", at);
        scene.refused("us", at + 1);
        assertThat(scene.findings).isEmpty();
        scene.refused("eu", at + 30);
        assertThat(scene.story()).containsExactly("Opened@" + (at + 30));
        assertThat(((Finding.Opened) scene.findings.getFirst()).report().fired().rule())
                .isEqualTo("VOLUME");
    }

    @Test
    void countsNothingInMaintenance() {
        scene.maintenance(now, now + 4 * 3_600);
        counted(0, 48);
        counted(MAIL, 24);
        assertThat(scene.findings).isEmpty();
    }

    @Test
    void isBlindWhenReportsStopWhereNobodyProbes() {
        long last = now;
        scene.tick(now + 14 * 60);
        assertThat(scene.findings).isEmpty();
        scene.tick(now + 15 * 60);
        assertThat(scene.story()).containsExactly("Blinded@" + (last + 15 * 60));
        now += 3_600;
        counted(MAIL);
        assertThat(scene.findings.getLast()).isInstanceOf(Finding.Cleared.class);
    }

    @Test
    void isFoundByATickToo() {
        counted(0, 5);
        assertThat(scene.findings).isEmpty();
        long due =
                DetectionCore.dueAt(scene.state, scene.settings).orElseThrow().getEpochSecond()
                        - Scene.START.getEpochSecond();
        assertThat(due).isEqualTo(now + 120);
        scene.tick(due);
        assertThat(scene.story()).containsExactly("Opened@" + due);
    }

    @Test
    void doesNotMindTheOrderOfReportsNorTheirRepetition() {
        long first = now + SLOT;
        for (int i = 0; i < 8; i++) {
            long at = first + (long) i * SLOT;
            scene.look(at).appended(at + 100).by("mx-log").counts(0);
            scene.look(at - 60).appended(at + 100).counts(0);
            scene.look(at).appended(at + 110).counts(0);
        }
        assertThat(scene.findings).hasSize(1);
    }

    private void probedWhileSilent(int slots) {
        for (int i = 0; i < slots; i++) {
            for (long at = now + 30; at < now + SLOT; at += 30) {
                scene.good("eu", at);
                scene.good("us", at + 1);
            }
            counted(0);
        }
    }

    private void counted(long accepted, int times) {
        for (int i = 0; i < times; i++) {
            counted(accepted);
        }
    }

    private void counted(long accepted) {
        now += SLOT;
        scene.look(now).counts(accepted);
    }
}
