package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Extras;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.state.StateCodec;

/** Each line of a scene is a vantage, a second and whether its check fails. */
class SuspicionTest {
    private static final DetectionSettings SILENT = new DetectionSettings(
            "example.test",
            new DetectionRule.Evidence(Sensitivity.BALANCED),
            Schedule.of(Duration.ofSeconds(30), Duration.ofSeconds(30)),
            Set.of(Direction.INBOUND),
            Set.of(),
            List.of());
    private static final DetectionSettings ASKING = SILENT.withExtras(Extras.NONE.withConfirmations(true));

    private final List<Long> asked = new ArrayList<>();
    private MonitorState state = MonitorState.unknown();

    @Test
    void asksAtTheFirstFailureAndThenOnlyOnceAllWasGoodForAWhile() {
        begin(ASKING);
        look(ASKING, "eu-1", 30, true);
        look(ASKING, "us-1", 40, true);
        look(ASKING, "ap-1", 50, true);
        for (long second = 60; second < 600; second += 10) {
            look(ASKING, List.of("eu-1", "us-1", "ap-1").get((int) (second / 10 % 3)), second, false);
        }
        look(ASKING, "eu-1", 600, true);
        assertThat(asked).containsExactly(30L, 600L);
    }

    @Test
    void asksAtMostOnceAMinute() {
        begin(ASKING);
        look(ASKING, "eu-1", 30, true);
        for (int good = 1; good <= 8; good++) {
            look(ASKING, "eu-1", 30 + good, false, 30L * (good + 1));
        }
        look(ASKING, "eu-1", 50, true, 300);
        assertThat(asked).containsExactly(30L);
    }

    @Test
    void asksNobodyUnlessTheSettingsSaySo() {
        begin(SILENT);
        look(SILENT, "eu-1", 30, true);
        assertThat(asked).isEmpty();
    }

    private void begin(DetectionSettings settings) {
        state = DetectionCore.adopt(state, settings, Scene.START).state();
    }

    private void look(DetectionSettings settings, String vantage, long second, boolean fails) {
        look(settings, vantage, second, fails, second);
    }

    private void look(DetectionSettings settings, String vantage, long second, boolean fails, long scheduled) {
        Judgement judgement =
                DetectionCore.observe(state, Scene.seen(vantage, scheduled, 1_000 * second, fails), settings);
        state = StateCodec.decode(StateCodec.encode(judgement.state()));
        if (judgement.asksForConfirmation()) {
            asked.add(second);
        }
    }
}
