package org.mailcontinuity.detector.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.window.EvidenceScore;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.detection.DetectionCore;
import org.mailcontinuity.detection.Judgement;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detection.Tick;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detector.disruption.DisruptionMessages;
import org.mailcontinuity.detector.monitor.MonitorSettings;
import org.mailcontinuity.detector.sample.Observations;
import org.mailcontinuity.detector.window.OpenWindow;
import org.mailcontinuity.detector.window.WindowEnd;

/**
 * What happens to one watched monitor, step by step: the core judges, windows end each minute and where a verdict
 * changes, and findings become messages. Pure functions.
 */
public final class Watch {
    private Watch() {}

    /** A definition came: the monitor is new, changed, or switched on or off. */
    public static Step adopt(Watched before, MonitorSettings monitor, Instant at) {
        DetectionSettings settings = monitor.detection();
        if (!monitor.enabled()) {
            return withdraw(before, monitor, at, ClearReason.MONITOR_DISABLED);
        }
        Judgement judgement = DetectionCore.adopt(before.state(), settings, at);
        Map<Direction, OpenWindow> windows = new EnumMap<>(Direction.class);
        OpenWindow fresh =
                OpenWindow.startingAt(OpenWindow.minuteOf(judgement.state().latest()));
        for (Direction direction : settings.directions()) {
            windows.put(direction, before.windows().getOrDefault(direction, fresh));
        }
        return step(monitor, judgement, windows, new ArrayList<>());
    }

    /** A sample came. */
    public static Step sample(Watched before, MonitorSettings monitor, Sample sample, Instant appendedAt) {
        Optional<Observation> observation = Observations.of(sample, appendedAt);
        if (observation.isEmpty()) {
            return new Step(before, List.of(), List.of(), Reception.UNWATCHED);
        }
        Judgement judgement = DetectionCore.observe(before.state(), observation.get(), monitor.detection());
        List<Message> messages = new ArrayList<>();
        Map<Direction, OpenWindow> windows =
                roll(before, monitor, judgement.state().latest(), messages);
        if (counts(judgement.reception(), sample)) {
            Direction direction = observation.get().direction();
            Instant at = DetectionCore.brokerTime(judgement.state(), sample.vantage(), sample.completedAt());
            windows.computeIfPresent(direction, (same, window) -> window.with(sample, at));
        }
        cutWhereVerdictChanged(before, monitor, judgement.state(), windows, messages);
        if (judgement.asksForConfirmation()) {
            messages.add(new ConfirmationRequested(
                    monitor.monitorId(),
                    sample.direction(),
                    judgement.state().latest(),
                    sample.vantage(),
                    sample.sampleId()));
        }
        return step(monitor, judgement, windows, messages);
    }

    /** Time passed. */
    public static Step tick(Watched before, MonitorSettings monitor, Tick tick) {
        Judgement judgement = DetectionCore.tick(before.state(), tick, monitor.detection());
        List<Message> messages = new ArrayList<>();
        Map<Direction, OpenWindow> windows =
                roll(before, monitor, judgement.state().latest(), messages);
        cutWhereVerdictChanged(before, monitor, judgement.state(), windows, messages);
        return step(monitor, judgement, windows, messages);
    }

    /** The monitor goes or is switched off: what is open is cleared. */
    public static Step withdraw(Watched before, MonitorSettings monitor, Instant at, ClearReason reason) {
        Judgement judgement = DetectionCore.withdraw(before.state(), monitor.detection(), at, reason);
        return step(monitor, judgement, Map.of(), new ArrayList<>());
    }

    /** The earliest time at which a tick has something to do. */
    public static Optional<Instant> dueAt(Watched watched, MonitorSettings monitor) {
        Optional<Instant> due = DetectionCore.dueAt(watched.state(), monitor.detection());
        for (OpenWindow window : watched.windows().values()) {
            Instant end = window.end();
            if (due.isEmpty() || end.isBefore(due.get())) {
                due = Optional.of(end);
            }
        }
        return due;
    }

    private static Step step(
            MonitorSettings monitor, Judgement judgement, Map<Direction, OpenWindow> windows, List<Message> messages) {
        judgement
                .findings()
                .forEach(finding ->
                        DisruptionMessages.of(monitor.monitorId(), finding).ifPresent(messages::add));
        return new Step(
                new Watched(judgement.state(), windows),
                List.copyOf(messages),
                judgement.findings(),
                judgement.reception());
    }

    /** Manual samples are shown elsewhere; duplicates and latecomers would count twice or in the wrong minute. */
    private static boolean counts(Reception reception, Sample sample) {
        return switch (reception) {
            case VOTED -> true;
            case WITHOUT_VOTE -> sample.trigger() != org.mailcontinuity.contracts.sample.Trigger.MANUAL;
            case NONE, DUPLICATE, LATE, UNWATCHED -> false;
        };
    }

    /** Ends windows that are over, as things stood; empty ones are passed over where nobody kept time in between. */
    private static Map<Direction, OpenWindow> roll(
            Watched before, MonitorSettings monitor, Instant now, List<Message> messages) {
        Map<Direction, OpenWindow> windows = new EnumMap<>(Direction.class);
        before.windows().forEach((direction, window) -> {
            Instant end = window.end();
            if (end.isAfter(now)) {
                windows.put(direction, window);
                return;
            }
            boolean gap = Duration.between(end, now).compareTo(OpenWindow.LENGTH) >= 0;
            if (!gap || !window.isEmpty()) {
                messages.add(judge(before.state(), monitor, direction, window, end));
            }
            windows.put(direction, OpenWindow.startingAt(gap ? OpenWindow.minuteOf(now) : end));
        });
        return windows;
    }

    /** Ends windows where the verdict changed, at once, with a millisecond at least. */
    private static void cutWhereVerdictChanged(
            Watched before,
            MonitorSettings monitor,
            MonitorState after,
            Map<Direction, OpenWindow> windows,
            List<Message> messages) {
        Instant now = after.latest();
        windows.replaceAll((direction, window) -> {
            Verdict was =
                    verdict(before.state(), monitor, direction, before.state().latest());
            if (was == verdict(after, monitor, direction, now)) {
                return window;
            }
            Instant end = window.start().isBefore(now) ? now : window.start().plusMillis(1);
            messages.add(judge(after, monitor, direction, window, end));
            return OpenWindow.startingAt(end);
        });
    }

    private static WindowJudgement judge(
            MonitorState state, MonitorSettings monitor, Direction direction, OpenWindow window, Instant end) {
        DetectionSettings settings = monitor.detection();
        EvidenceScore score =
                new EvidenceScore(DetectionCore.score(state, direction, settings, end), settings.evidenceThreshold());
        return new WindowEnd(
                        end,
                        verdict(state, monitor, direction, end),
                        score,
                        DetectionCore.counter(state, settings),
                        DetectionCore.expectedPerMinute(state, direction, settings, end))
                .judge(
                        monitor.monitorId(),
                        org.mailcontinuity.contracts.sample.Direction.valueOf(direction.name()),
                        window);
    }

    private static Verdict verdict(MonitorState state, MonitorSettings monitor, Direction direction, Instant at) {
        return Verdict.valueOf(
                DetectionCore.verdict(state, direction, monitor.detection(), at).name());
    }
}
