package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;

/** Whatever happens: every state survives its binary form (the scene checks it), and the life of a disruption is sane. */
class RandomStoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_124, 4_711})
    void disruptionsOpenAndClearInTurnWhateverHappens(long seed) {
        Random random = new Random(seed);
        for (int story = 0; story < 100; story++) {
            tell(random);
        }
    }

    private static void tell(Random random) {
        Scene scene = new Scene(new DetectionSettings(
                "example.test",
                random.nextBoolean()
                        ? new DetectionRule.Evidence(Sensitivity.values()[random.nextInt(3)])
                        : new DetectionRule.FailureCounter(
                                Duration.ofSeconds(1 + random.nextInt(120)), 1 + random.nextInt(4)),
                Schedule.of(Duration.ofSeconds(1 + random.nextInt(60)), Duration.ofSeconds(10)),
                Set.of(Direction.INBOUND, Direction.OUTBOUND),
                random.nextBoolean() ? Set.of() : Set.of("v0", "v1", "v2"),
                List.of()));
        long second = 0;
        double loss = random.nextDouble();
        for (int step = 0; step < 200; step++) {
            second += random.nextInt(random.nextInt(50) == 0 ? 2000 : 20);
            loss = random.nextInt(40) == 0 ? random.nextDouble() : loss;
            happens(scene, random, second, loss);
        }
        assertSane(scene, Direction.INBOUND);
        assertSane(scene, Direction.OUTBOUND);
    }

    private static void happens(Scene scene, Random random, long second, double loss) {
        if (random.nextInt(4) == 0) {
            scene.tick(second);
            return;
        }
        Scene.Look look = scene.look(second - random.nextInt(300))
                .by("v" + random.nextInt(3))
                .appended(second)
                .scheduled(second - random.nextInt(60))
                .triggered(Trigger.values()[random.nextInt(4)]);
        if (random.nextBoolean()) {
            look.outbound();
        } else {
            look.over(random.nextBoolean() ? Scene.MX1 : Scene.MX2);
        }
        if (random.nextDouble() < loss) {
            look.replying(random.nextBoolean() ? 450 : 550, random.nextBoolean() ? "" : "4.2.0")
                    .ends(
                            Outcome.values()[1 + random.nextInt(4)],
                            Stage.values()[random.nextInt(Stage.values().length)],
                            Optional.of(Fault.values()[random.nextInt(Fault.values().length)]));
        } else {
            look.good();
        }
    }

    private static void assertSane(Scene scene, Direction direction) {
        boolean open = false;
        boolean blind = false;
        for (Finding finding : scene.findings) {
            if (finding.direction() != direction) {
                continue;
            }
            switch (finding) {
                case Finding.Opened opened -> open = turned(open, true, opened.report());
                case Finding.Reopened reopened -> open = turned(open, true, reopened.report());
                case Finding.Changed changed -> assertThat(open).isTrue();
                case Finding.Blinded blinded -> blind = turned(blind, true, blinded.report());
                case Finding.Cleared cleared -> {
                    if (cleared.report().kind() == Report.Kind.FLOW) {
                        open = turned(open, false, cleared.report());
                    } else {
                        blind = turned(blind, false, cleared.report());
                    }
                }
                case Finding.ReducedSight reduced ->
                    assertThat(reduced.seeing()).isPositive();
            }
        }
    }

    private static boolean turned(boolean from, boolean to, Report report) {
        assertThat(from).isNotEqualTo(to);
        assertThat(report.openedAt()).isBeforeOrEqualTo(report.detectedAt());
        assertThat(report.cause().sentence()).isNotBlank();
        return to;
    }
}
