package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;
import org.mailcontinuity.detection.state.MonitorState;

/** Samples that overtake each other by up to two minutes, duplicates, and votes that are taken back. */
class RefoldTest {
    private static final int STORIES = 60;
    private static final int LATEST = 110;

    @Test
    void aHeldUpVoteOpensInItsPlaceWhatItWouldHaveOpened() {
        Scene scene = Scene.balanced();
        for (int second = 30; second <= 150; second += 30) {
            scene.refused("local", second);
        }
        assertThat(scene.findings).isEmpty();
        scene.look(105)
                .appended(175)
                .scheduled(104)
                .triggered(Trigger.CONFIRMATION)
                .fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        assertThat(scene.story()).containsExactly("Opened@150");
        assertThat(((Finding.Opened) scene.findings.getFirst()).report().openedAt())
                .isEqualTo(Scene.at(30));
    }

    @Test
    void whatWasToldStaysToldAndClearsByItsRule() {
        Scene scene = Scene.balanced();
        for (int second = 30; second <= 180; second += 30) {
            scene.refused("local", second);
        }
        scene.look(170)
                .appended(185)
                .scheduled(165)
                .triggered(Trigger.CONFIRMATION)
                .good();
        assertThat(scene.story()).containsExactly("Opened@180");
        for (int second = 210; scene.findings.size() < 2; second += 30) {
            scene.good("local", second);
        }
        assertThat(scene.findings.getLast()).isInstanceOf(Finding.Cleared.class);
        assertThat(scene.findings.getLast().at()).isBetween(Scene.at(360), Scene.at(480));
    }

    @Test
    void aFailedControlCheckTakesBackWhatItsVantageHeldAgainstOthers() {
        Scene scene = Scene.balanced();
        scene.good("us-1", 29);
        scene.refused("eu-1", 30);
        scene.refused("eu-1", 60);
        assertThat(scene.score(60)).isEqualTo(16);
        scene.look(62)
                .by("eu-1")
                .over(Scene.MX2)
                .scheduled(60)
                .ends(Outcome.INCONCLUSIVE, Stage.CONNECT, Optional.of(Fault.SELF_CHECK_FAILED));
        assertThat(scene.score(62)).isZero();
        scene.refused("eu-1", 90);
        assertThat(scene.score(90)).as("the next round counts again").isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_124, 4_711})
    void theOrderOfArrivalDoesNotMatter(long seed) {
        Random random = new Random(seed);
        for (int story = 0; story < STORIES; story++) {
            List<Observation> inOrder = story(random);
            List<Observation> heldUp = heldUp(inOrder, random);
            Run straight = Run.of(inOrder);
            Run shuffled = Run.of(heldUp);
            assertThat(shuffled.evidence()).as("story %d", story).isEqualTo(straight.evidence());
            assertThat(shuffled.opened())
                    .as("story %d", story)
                    .hasSizeGreaterThanOrEqualTo(straight.opened().size());
            assertThat(shuffled.opened()).doesNotHaveDuplicates();
            for (Instant opened : straight.opened()) {
                assertThat(shuffled.opened())
                        .as("story %d: what had not come yet when it was told does not change its begin", story)
                        .anyMatch(at -> Duration.between(opened, at).abs().toSeconds() <= LATEST);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 99})
    void duplicatesDoNotCount(long seed) {
        Random random = new Random(seed);
        for (int story = 0; story < STORIES; story++) {
            List<Observation> once = heldUp(story(random), random);
            List<Observation> twice = new ArrayList<>();
            for (Observation observation : once) {
                twice.add(observation);
                if (random.nextInt(3) == 0) {
                    twice.add(twice.get(twice.size() - 1 - random.nextInt(Math.min(5, twice.size()))));
                }
            }
            assertThat(Run.of(twice)).as("story %d", story).isEqualTo(Run.of(once));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 77})
    void moreFailuresNeverClearSooner(long seed) {
        Random random = new Random(seed);
        for (int story = 0; story < STORIES; story++) {
            Scene fewer = outage();
            Scene more = outage();
            int last = 7 + random.nextInt(30);
            for (int round = 7; round < 200; round++) {
                boolean bad = round <= last && random.nextInt(4) == 0;
                vote(fewer, round, bad);
                vote(more, round, bad || (round > last && round < last + 30 && random.nextInt(8) == 0));
            }
            assertThat(cleared(more)).as("story %d", story).isAfterOrEqualTo(cleared(fewer));
        }
    }

    private static Scene outage() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 6; round++) {
            scene.refused("local", 30L * round);
        }
        return scene;
    }

    private static void vote(Scene scene, int round, boolean bad) {
        if (bad) {
            scene.refused("local", 30L * round);
        } else {
            scene.good("local", 30L * round);
        }
    }

    private static Instant cleared(Scene scene) {
        return scene.findings.stream()
                .filter(finding -> finding instanceof Finding.Cleared)
                .map(Finding::at)
                .findFirst()
                .orElseThrow();
    }

    /** Three vantages, good at first, then an outage of some loss, then good until all is settled. */
    private static List<Observation> story(Random random) {
        List<Observation> all = new ArrayList<>();
        double loss = random.nextBoolean() ? 1 : random.nextDouble();
        int begins = 5 + random.nextInt(10);
        int ends = begins + random.nextInt(30);
        for (int round = 0; round < ends + 120; round++) {
            for (String vantage : List.of("eu-1", "us-1", "ap-1")) {
                boolean fails = round >= begins && round < ends && random.nextDouble() < loss;
                all.add(Scene.seen(vantage, 30L * round, 30_000L * round + random.nextInt(9_000), fails));
            }
        }
        all.sort(Comparator.comparing(Observation::completedAt));
        return all;
    }

    /** The same samples, some of them up to 110 s late, but not the first of a vantage. */
    private static List<Observation> heldUp(List<Observation> inOrder, Random random) {
        List<Observation> late = new ArrayList<>();
        for (Observation observation : inOrder) {
            boolean early = observation.completedAt().isBefore(Scene.at(60));
            boolean held = !early && random.nextInt(3) == 0;
            Instant appended = observation.completedAt().plusSeconds(held ? random.nextInt(LATEST) : 0);
            late.add(Scene.appended(observation, appended));
        }
        Collections.sort(late, Comparator.comparing(Observation::appendedAt));
        return late;
    }

    /** What a run of observations comes to. */
    private record Run(String evidence, List<Instant> opened) {
        private static final DetectionSettings SETTINGS = new DetectionSettings(
                "example.test",
                new DetectionRule.Evidence(Sensitivity.BALANCED),
                Schedule.of(Duration.ofSeconds(30), Duration.ofSeconds(30)),
                Set.of(Direction.INBOUND),
                Set.of(),
                List.of());

        static Run of(List<Observation> observations) {
            MonitorState state = DetectionCore.adopt(MonitorState.unknown(), SETTINGS, Scene.START)
                    .state();
            List<Instant> opened = new ArrayList<>();
            for (Observation observation : observations) {
                Judgement judgement = DetectionCore.observe(state, observation, SETTINGS);
                state = judgement.state();
                for (Finding finding : judgement.findings()) {
                    if (finding instanceof Finding.Opened open) {
                        opened.add(open.report().openedAt());
                    }
                }
            }
            return new Run(Scene.evidence(state), opened);
        }
    }
}
