package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Vantage;

class ManyVantagesTest {
    private final Scene scene = Scene.balanced();

    @Test
    void remembers64VantagesAndForgetsTheOneHeardLongestAgo() {
        for (int i = 0; i < 64; i++) {
            scene.good("v" + i, 30 + i);
        }
        scene.good("v0", 120);
        scene.good("new", 121);
        assertThat(names()).hasSize(64).contains("v0", "v2", "new").doesNotContain("v1");
        assertThat(scene.state.clocks())
                .extracting(ClockOffset::vantage)
                .hasSize(64)
                .contains("new");
        for (int i = 0; i < 1_000; i++) {
            scene.good("flood" + i, 150 + i);
        }
        assertThat(names()).hasSize(64).contains("flood999", "flood936");
        assertThat(scene.state.clocks()).hasSize(64);
    }

    @Test
    void judgesAsEverWhenVantagesComeAndGo() {
        for (int i = 0; i < 200; i++) {
            scene.good("gone" + i, 30 + i);
        }
        for (int round = 0; round < 3; round++) {
            scene.refused("eu-1", 7_200 + 30 * round);
            scene.refused("us-1", 7_205 + 30 * round);
        }
        assertThat(scene.story(report -> report.kind() == org.mailcontinuity.detection.disruption.Report.Kind.FLOW))
                .containsExactly("Opened@7265");
    }

    private String[] names() {
        return Arrays.stream(DetectionCore.resume(scene.state, scene.settings)
                        .fold()
                        .orElseThrow()
                        .watched(Direction.INBOUND)
                        .vantages())
                .map(Vantage::name)
                .toArray(String[]::new);
    }
}
