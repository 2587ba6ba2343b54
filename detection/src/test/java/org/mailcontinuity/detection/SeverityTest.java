package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailcontinuity.detection.Scene.MX1;
import static org.mailcontinuity.detection.Scene.MX2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.rule.Sensitivity;

/** How bad a disruption is said to be when it is first told: {@link org.mailcontinuity.detection.evidence.SeverityRule}. */
class SeverityTest {
    private static final List<String> VANTAGES = List.of("eu-1", "us-1", "ap-1", "sa-1");
    private static final long ONSET = 300;
    private static final int SEEDS = 20;

    /** A check of a route, about to finish. */
    private record Check(String vantage, Route route, long scheduled, long started, long finished) {}

    @Test
    void whatWorkedBeforeTheFaultBeganSaysNothingOfIt() {
        Scene scene = Scene.evidence(Sensitivity.FAST);
        for (String vantage : VANTAGES.subList(0, 3)) {
            tried(scene, vantage, MX1, 30, false);
            tried(scene, vantage, MX2, 31, true);
        }
        tried(scene, "eu-1", MX1, 60, false);
        tried(scene, "us-1", MX1, 60, false);
        tried(scene, "ap-1", MX1, 60, false);
        assertThat(scene.findings).as("mx2's answers are owed").isEmpty();
        tried(scene, "eu-1", MX2, 61, false);
        tried(scene, "us-1", MX2, 61, false);
        assertThat(opened(scene).severity()).isEqualTo(Severity.DOWN);
    }

    @Test
    void anEarlierFailureThatWasAlreadyOverIsNoPartOfTheFault() {
        Scene scene = Scene.evidence(Sensitivity.FAST);
        for (int round = 1; round <= 4; round++) {
            for (String vantage : VANTAGES.subList(0, 3)) {
                tried(scene, vantage, MX1, 30 * round, round > 1 || !vantage.equals("eu-1"));
                tried(scene, vantage, MX2, 30 * round, true);
            }
        }
        for (int round = 5; round <= 6; round++) {
            for (String vantage : VANTAGES.subList(0, 3)) {
                tried(scene, vantage, MX1, 30 * round, false);
                tried(scene, vantage, MX2, 30 * round, false);
            }
        }
        assertThat(opened(scene).severity()).isEqualTo(Severity.DOWN);
        assertThat(scene.findings).hasSize(1);
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedForLongerThanARound() {
        Scene scene = Scene.evidence(Sensitivity.FAST);
        for (String vantage : VANTAGES.subList(0, 3)) {
            tried(scene, vantage, MX1, 30, false);
            tried(scene, vantage, MX2, 31, true);
        }
        for (int round = 2; round <= 3; round++) {
            for (String vantage : VANTAGES.subList(0, 3)) {
                tried(scene, vantage, MX1, 30 * round, false);
            }
        }
        assertThat(scene.story()).containsExactly("Opened@90");
    }

    @ParameterizedTest
    @CsvSource({"FAST, 1", "FAST, 2", "FAST, 3", "BALANCED, 4", "BALANCED, 1", "BALANCED, 2", "BALANCED, 3", "QUIET, 3"
    })
    void allRoutesDeadIsDownAtOnceWhereverInARoundItBegins(Sensitivity sensitivity, int vantages) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scene scene = Scene.evidence(sensitivity);
            play(scene, vantages, new Random(seed), ONSET, 2);
            assertThat(opened(scene).severity()).as("seed " + seed).isEqualTo(Severity.DOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FAST, 1, 240", "FAST, 2, 180", "FAST, 3, 120", "FAST, 4, 120",
        "BALANCED, 1, 300", "BALANCED, 2, 180", "BALANCED, 3, 120", "QUIET, 3, 150"
    })
    void oneRouteDeadOfTwoIsDegradedAsFastAsOneThatIsTheOnlyOne(Sensitivity sensitivity, int vantages, long within) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scene scene = Scene.evidence(sensitivity);
            play(scene, vantages, new Random(seed), ONSET, 1);
            assertThat(opened(scene).severity()).as("seed " + seed).isEqualTo(Severity.DEGRADED);
            assertThat(scene.findings).as("seed " + seed).hasSize(1);
            assertThat(scene.findings.getFirst().at()).isBeforeOrEqualTo(Scene.at(ONSET + within));
        }
    }

    /** Eighteen rounds; each check takes up to 20 s, and the faults of two routes begin within a second or two. */
    private static void play(Scene scene, int vantages, Random random, long onset, int deadRoutes) {
        long begun = onset + random.nextInt(30);
        long second = begun + random.nextInt(3);
        boolean swapped = random.nextBoolean();
        List<Check> checks = new ArrayList<>();
        for (int round = 1; round <= 18; round++) {
            for (int v = 0; v < vantages; v++) {
                for (Route route : List.of(MX1, MX2)) {
                    long started = 30L * round + random.nextInt(3);
                    checks.add(new Check(VANTAGES.get(v), route, 30L * round, started, started + random.nextInt(20)));
                }
            }
        }
        checks.sort(Comparator.comparingLong(Check::finished));
        for (Check check : checks) {
            boolean first = check.route().equals(MX1) != swapped;
            boolean dead = first ? check.started() >= begun : deadRoutes == 2 && check.started() >= second;
            Scene.Look look = scene.look(check.finished())
                    .by(check.vantage())
                    .over(check.route())
                    .scheduled(check.scheduled());
            if (dead) {
                look.fails(Stage.RCPT, Fault.REJECTED);
            } else {
                look.good();
            }
        }
    }

    private static void tried(Scene scene, String vantage, Route route, long second, boolean good) {
        Scene.Look look = scene.look(second).by(vantage).over(route);
        if (good) {
            look.good();
        } else {
            look.fails(Stage.RCPT, Fault.REJECTED);
        }
    }

    private static Report opened(Scene scene) {
        assertThat(scene.findings).isNotEmpty();
        return ((Finding.Opened) scene.findings.getFirst()).report();
    }
}
