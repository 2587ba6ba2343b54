package org.mailcontinuity.detector.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.BurnRate;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.FailureCounter;
import org.mailcontinuity.contracts.monitor.LatencySettings;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Rule;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.contracts.monitor.Traffic;
import org.mailcontinuity.contracts.monitor.VolumeSettings;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.contracts.window.WindowVolume;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.detector.monitor.MonitorSettings;

/** LATENCY, VOLUME and BURN_RATE from a definition to what is published. */
class SideRulesTest {
    private static final UUID MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01");
    private static final Duration SLOT = Duration.ofMinutes(5);
    private static final int FIVE_WEEKS = 35 * 288;

    private final List<Message> published = new ArrayList<>();
    private Watched watched = Watched.unknown();
    private Instant now = Examples.START;

    @Test
    void silenceOfMailThatNobodyProbesIsAnOutage() {
        MonitorSettings monitor = MonitorSettings.of(counted(DetectionSettings.DEFAULT));
        watched = Watch.adopt(watched, monitor, now).after();
        for (int i = 0; i < FIVE_WEEKS; i++) {
            count(monitor, 10);
        }
        assertThat(disruptions()).isEmpty();
        assertThat(window().verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(window().volume()).hasValueSatisfying(volume -> {
            assertThat(volume.seen()).isEqualTo(10);
            assertThat(volume.expected()).isBetween(9.5, 10.5);
        });
        for (int i = 0; i < 7; i++) {
            count(monitor, 0);
        }
        Disruption disruption = disruptions().getFirst().disruption();
        assertThat(disruptions()).singleElement().isInstanceOf(DisruptionOpened.class);
        assertThat(disruption.severity()).isEqualTo(Severity.DOWN);
        assertThat(disruption.rule().name()).isEqualTo("VOLUME");
        assertThat(disruption.rule().numbers())
                .containsOnlyKeys("seen", "expected")
                .containsEntry("expected", 60.0);
        assertThat(disruption.cause().sentence())
                .startsWith("next to no inbound mail of example.test: ")
                .endsWith(" messages accepted in 30 minutes, 60 were to be expected");
        assertThat(window().verdict()).isEqualTo(Verdict.FAILING);
        watched = WatchedCodec.decode(WatchedCodec.encodeRecent(watched), WatchedCodec.encodeSettled(watched));
        for (int i = 0; i < 8; i++) {
            count(monitor, 10);
        }
        assertThat(disruptions()).hasSize(2);
    }

    @Test
    void volumeCanBeSwitchedOff() {
        MonitorSettings monitor = MonitorSettings.of(counted(new DetectionSettings(
                Rule.EVIDENCE,
                Sensitivity.BALANCED,
                FailureCounter.DEFAULT,
                BurnRate.DEFAULT,
                new LatencySettings(false, Duration.ofSeconds(3)),
                new VolumeSettings(false))));
        assertThat(monitor.detection().extras().volume()).isFalse();
        assertThat(monitor.detection().extras().latency()).isEmpty();
        assertThat(monitor.detection().latencyFloor()).isZero();
    }

    @Test
    void takesTheRulesOfTheDefinition() {
        MonitorSettings monitor = MonitorSettings.of(counted(new DetectionSettings(
                Rule.BURN_RATE,
                Sensitivity.BALANCED,
                FailureCounter.DEFAULT,
                new BurnRate(0.995),
                new LatencySettings(true, Duration.ofSeconds(3)),
                VolumeSettings.DEFAULT)));
        assertThat(monitor.detection().rule()).isEqualTo(new DetectionRule.BurnRate(0.995));
        assertThat(monitor.detection().latencyFloor()).isEqualTo(3_000);
        assertThat(monitor.detection().isProbed(org.mailcontinuity.detection.observation.Direction.INBOUND))
                .isFalse();
        assertThat(MonitorSettings.of(Examples.monitor(MONITOR, SLOT))
                        .detection()
                        .isProbed(org.mailcontinuity.detection.observation.Direction.INBOUND))
                .isTrue();
    }

    @Test
    void aWindowWithoutAPastExpectsWhatItSaw() {
        MonitorSettings monitor = MonitorSettings.of(counted(DetectionSettings.DEFAULT));
        watched = Watch.adopt(watched, monitor, now).after();
        count(monitor, 3);
        count(monitor, 4);
        assertThat(window().volume()).contains(new WindowVolume(3, 3));
    }

    private void count(MonitorSettings monitor, long accepted) {
        now = now.plus(SLOT);
        Sample report = Examples.counted(MONITOR, now, SLOT, accepted);
        Step step = Watch.sample(watched, monitor, report, now);
        watched = step.after();
        published.addAll(step.messages());
    }

    private List<DisruptionMessage> disruptions() {
        return published.stream()
                .filter(DisruptionMessage.class::isInstance)
                .map(DisruptionMessage.class::cast)
                .toList();
    }

    private WindowJudgement window() {
        return published.stream()
                .filter(WindowJudgement.class::isInstance)
                .map(WindowJudgement.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static MonitorDefinition counted(DetectionSettings detection) {
        return new MonitorDefinition(
                MONITOR,
                1,
                "counted",
                "example.test",
                true,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Traffic(List.of(Direction.INBOUND))),
                new Schedule(Duration.ofSeconds(30), Duration.ofSeconds(10)),
                List.of(),
                detection,
                List.of(),
                Activation.BY_HAND,
                Optional.empty());
    }
}
