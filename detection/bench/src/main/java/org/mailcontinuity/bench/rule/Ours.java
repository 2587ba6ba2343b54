package org.mailcontinuity.bench.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.bench.scenario.Arrived;
import org.mailcontinuity.detection.DetectionCore;
import org.mailcontinuity.detection.Judgement;
import org.mailcontinuity.detection.Tick;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detector.sample.Observations;

/**
 * The core as it runs in the detector. Every tick is handed to it, also those that it would not be due for: what a replay
 * finds, which leaves them out, must be the same.
 */
public final class Ours implements Contender {
    private final DetectionSettings settings;
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private MonitorState state;
    private boolean asks;

    public Ours(DetectionSettings settings, long from) {
        this.settings = settings;
        this.state = DetectionCore.adopt(MonitorState.unknown(), settings, Instant.ofEpochMilli(from))
                .state();
    }

    @Override
    public void arrived(Arrived arrived) {
        asks = false;
        Observations.of(arrived.sample(), Instant.ofEpochMilli(arrived.at()))
                .ifPresent(observation -> keep(DetectionCore.observe(state, observation, settings), arrived.at()));
    }

    @Override
    public boolean asks() {
        return asks;
    }

    @Override
    public void tick(long at) {
        keep(DetectionCore.tick(state, new Tick(Instant.ofEpochMilli(at), true), settings), at);
    }

    @Override
    public List<Alarm> alarms() {
        return alarms;
    }

    /** Everything it found. */
    public List<Finding> findings() {
        return findings;
    }

    /** S, as it is now. */
    public int score(long at) {
        return DetectionCore.score(state, Direction.INBOUND, settings, Instant.ofEpochMilli(at));
    }

    private void keep(Judgement judgement, long at) {
        state = judgement.state();
        asks = judgement.asksForConfirmation();
        for (Finding finding : judgement.findings()) {
            findings.add(finding);
            alarm(finding, at).ifPresent(alarms::add);
        }
    }

    private static Optional<Alarm> alarm(Finding finding, long at) {
        return switch (finding) {
            case Finding.Opened opened -> fires(opened.report(), at);
            case Finding.Reopened reopened -> fires(reopened.report(), at);
            case Finding.Cleared cleared ->
                cleared.report().kind() == Report.Kind.FLOW
                        ? Optional.of(new Alarm(at, false, Optional.empty()))
                        : Optional.empty();
            case Finding.Changed changed -> Optional.empty();
            case Finding.Blinded blinded -> Optional.empty();
            case Finding.ReducedSight reduced -> Optional.empty();
        };
    }

    private static Optional<Alarm> fires(Report report, long at) {
        return Optional.of(new Alarm(at, true, Optional.of(report.cause())));
    }
}
