package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.rule.DetectionRule;

class FailureCounterRuleTest {
    private static final int WINDOW = 120;

    /** One letter a window: F fails, S succeeds, - is silent. */
    @ParameterizedTest
    @CsvSource({
        "FFSFFSSS, 12123210, Opened@600 Cleared@960",
        "FF, 12, ''",
        "FFF, 123, Opened@360",
        "FFFSSS, 123210, Opened@360 Cleared@720",
        "FFFF---S, 12343210, Opened@360 Cleared@960",
        "FSFSFS, 101010, ''",
        "FFFSFSSSS, 123232100, Opened@360 Cleared@960",
        "SSSFFFSSSFFF, 000123210123, Opened@720 Cleared@1080 Opened@1440",
        "---, 000, ''"
    })
    void countsWindowsAsInTheWorkedExample(String windows, String counter, String story) {
        Scene scene = new Scene(DetectionRule.FailureCounter.DEFAULT, Direction.INBOUND);
        StringBuilder counted = new StringBuilder();
        for (int i = 0; i < windows.length(); i++) {
            long second = (long) WINDOW * i + 30;
            switch (windows.charAt(i)) {
                case 'F' -> scene.refused("local", second);
                case 'S' -> scene.good("local", second);
                default -> {}
            }
            scene.tick((long) WINDOW * (i + 1));
            counted.append(scene.counter());
        }
        assertThat(counted).hasToString(counter);
        assertThat(String.join(" ", flow(scene))).isEqualTo(story);
    }

    @Test
    void inboundFailsOnlyIfEveryRouteFailed() {
        Scene scene = new Scene(DetectionRule.FailureCounter.DEFAULT, Direction.INBOUND);
        for (int round = 0; round < 40; round++) {
            scene.refused("local", 30L * round);
            scene.look(30L * round).over(Scene.MX2).good();
        }
        assertThat(scene.findings).isEmpty();
        assertThat(scene.counter()).isZero();
        for (int round = 40; round < 53; round++) {
            scene.refused("local", 30L * round);
            scene.look(30L * round).over(Scene.MX2).fails(Stage.CONNECT, Fault.CONNECT_TIMEOUT);
        }
        assertThat(scene.story()).containsExactly("Opened@1560");
        assertThat(((Finding.Opened) scene.findings.getFirst()).report().severity())
                .isEqualTo(Severity.DOWN);
    }

    @Test
    void oneCounterServesBothDirectionsAndEachThatFailedIsDisrupted() {
        Scene scene = new Scene(DetectionRule.FailureCounter.DEFAULT, Direction.INBOUND, Direction.OUTBOUND);
        scene.refused("local", 30);
        scene.look(31).outbound().fails(Stage.ARRIVAL, Fault.NOT_ARRIVED);
        scene.tick(120);
        assertThat(scene.counter()).isEqualTo(1);
        scene.refused("local", 150);
        scene.good("local", 270);
        scene.look(271).outbound().fails(Stage.ARRIVAL, Fault.NOT_ARRIVED);
        scene.tick(360);
        assertThat(scene.findings).singleElement().isInstanceOfSatisfying(Finding.Opened.class, opened -> {
            assertThat(opened.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(opened.report().fired().value()).isEqualTo(3);
            assertThat(opened.report().openedAt()).isEqualTo(Scene.at(31));
        });
    }

    @Test
    void manualChecksDoNotCount() {
        Scene scene = new Scene(DetectionRule.FailureCounter.DEFAULT, Direction.INBOUND);
        for (int second = 10; second < 1200; second += 10) {
            scene.look(second).triggered(Trigger.MANUAL).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        }
        assertThat(scene.counter()).isZero();
    }

    @Test
    void aFailedLookUpFailsEveryRoute() {
        Scene scene = new Scene(new DetectionRule.FailureCounter(Duration.ofSeconds(30), 1), Direction.INBOUND);
        scene.good("local", 0);
        scene.look(30).overNoRoute().fails(Stage.DNS, Fault.DNS_SERVFAIL);
        scene.tick(60);
        assertThat(scene.story()).containsExactly("Opened@60");
    }

    @Test
    void aLongSilenceIsCountedWithoutEnd() {
        Scene scene = new Scene(DetectionRule.FailureCounter.DEFAULT, Direction.INBOUND);
        for (int round = 0; round < 12; round++) {
            scene.refused("local", 30L * round);
        }
        scene.tick(360);
        scene.tick(86_400L * 365);
        assertThat(flow(scene)).containsExactly("Opened@360", "Cleared@720");
    }

    private static List<String> flow(Scene scene) {
        return scene.story(report -> report.kind() == Report.Kind.FLOW);
    }
}
