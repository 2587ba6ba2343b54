package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;

class BlindnessTest {

    @Test
    void silenceIsToldAfterThreeMinutesAndClearedByTheNextVote() {
        Scene scene = Scene.balanced();
        scene.good("local", 30);
        for (int second = 40; second <= 300; second += 10) {
            scene.tick(second);
        }
        assertThat(scene.story()).containsExactly("Blinded@210");
        Report report = ((Finding.Blinded) scene.findings.getFirst()).report();
        assertThat(report.severity()).isEqualTo(Severity.BLIND);
        assertThat(report.kind()).isEqualTo(Report.Kind.BLIND);
        assertThat(report.openedAt()).isEqualTo(Scene.at(30));
        assertThat(report.cause().sentence())
                .isEqualTo("no vantage can say whether inbound mail of example.test flows: no check has finished");
        assertThat(scene.verdict(300)).isEqualTo(Verdict.NO_DATA);
        scene.good("local", 330);
        assertThat(scene.story()).containsExactly("Blinded@210", "Cleared@330");
        assertThat(scene.verdict(330)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void slowIntervalsWaitForThreeOfThem() {
        Scene scene = new Scene(settings(Duration.ofMinutes(10), Set.of()));
        scene.good("local", 0);
        scene.tick(1799);
        assertThat(scene.findings).isEmpty();
        scene.tick(1800);
        assertThat(scene.story()).containsExactly("Blinded@1800");
    }

    @Test
    void inconclusiveChecksAreNoSightAndExplainTheSilence() {
        Scene scene = Scene.balanced();
        for (int second = 30; second <= 180; second += 30) {
            scene.look(second).ends(Outcome.INCONCLUSIVE, Stage.CONNECT, Optional.of(Fault.EGRESS_BLOCKED));
            scene.tick(second);
        }
        Report report = ((Finding.Blinded) scene.findings.getFirst()).report();
        assertThat(report.cause().fault()).contains(Fault.EGRESS_BLOCKED);
        assertThat(report.cause().causeKey()).isEqualTo("NO_DATA:EGRESS_BLOCKED");
    }

    @Test
    void beingBlindDoesNotEndADisruptionOfMailFlow() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 6; round++) {
            scene.refused("local", 30 * round);
        }
        scene.tick(400);
        scene.refused("local", 420);
        assertThat(scene.story()).containsExactly("Opened@180", "Blinded@400", "Cleared@420");
        assertThat(((Finding.Cleared) scene.findings.getLast()).report().kind()).isEqualTo(Report.Kind.BLIND);
    }

    @Test
    void aCallerThatIsCatchingUpJudgesNoSilence() {
        Scene scene = Scene.balanced();
        Judgement judgement = DetectionCore.tick(scene.state, new Tick(Scene.at(9999), false), scene.settings);
        assertThat(judgement.findings()).isEmpty();
    }

    @Test
    void fewerVantagesThanNamedAreToldOnce() {
        Scene scene = new Scene(settings(Duration.ofSeconds(30), Set.of("eu-1", "us-1")));
        for (int second = 30; second <= 600; second += 30) {
            scene.good("eu-1", second);
            if (second <= 60 || second > 500) {
                scene.good("us-1", second);
            }
            scene.tick(second);
        }
        assertThat(scene.findings)
                .singleElement()
                .isEqualTo(new Finding.ReducedSight(Scene.at(270), Direction.INBOUND, 1, 2));
    }

    @Test
    void theNextTickThatMattersIsKnown() {
        Scene scene = Scene.balanced();
        scene.good("local", 30);
        assertThat(DetectionCore.dueAt(scene.state, scene.settings)).contains(Scene.at(210));
        scene.tick(210);
        assertThat(DetectionCore.dueAt(scene.state, scene.settings)).isEmpty();
    }

    private static DetectionSettings settings(Duration interval, Set<String> vantages) {
        return new DetectionSettings(
                "example.test",
                new DetectionRule.Evidence(Sensitivity.BALANCED),
                new Schedule(interval, Duration.ofSeconds(30), Duration.ZERO),
                Set.of(Direction.INBOUND),
                vantages,
                List.of());
    }
}
