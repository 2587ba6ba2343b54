package org.mailcontinuity.detector.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detection.DetectionCore;
import org.mailcontinuity.detection.Judgement;
import org.mailcontinuity.detection.Tick;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detector.monitor.MonitorSettings;
import org.mailcontinuity.detector.sample.Observations;

/** A monitor in a replay: its settings, what the core remembers of it, and when time must pass for it next. */
final class Watching {
    final MonitorSettings monitor;
    private final DetectionSettings settings;
    private MonitorState state = MonitorState.unknown();
    /** The clock it goes by. */
    Lane lane;
    /** True once a sample of it came. */
    boolean seen;
    /** The tick for which it is queued, epoch milliseconds. */
    long queuedFor = Long.MAX_VALUE;
    /** Its last tick, epoch milliseconds. */
    long tickedAt = Long.MAX_VALUE;

    Watching(MonitorSettings monitor, Lane lane) {
        this.monitor = monitor;
        this.lane = lane;
        this.settings = monitor.detection();
    }

    /** Begins to watch it from the lane's time on, with nothing known. */
    void begin(Lane by) {
        lane = by;
        queuedFor = Long.MAX_VALUE;
        tickedAt = by.clock();
        state = DetectionCore.adopt(MonitorState.unknown(), settings, Instant.ofEpochMilli(by.clock()))
                .state();
        by.schedule(this);
    }

    List<Finding> sample(Sample sample, long appendedAt) {
        Optional<Observation> observation = Observations.of(sample, Instant.ofEpochMilli(appendedAt));
        return observation.isEmpty() ? List.of() : keep(DetectionCore.observe(state, observation.get(), settings));
    }

    List<Finding> tick(long at) {
        tickedAt = at;
        return keep(DetectionCore.tick(state, new Tick(Instant.ofEpochMilli(at), true), settings));
    }

    /** The time at which a tick could find something, epoch milliseconds. */
    long dueAt() {
        return DetectionCore.dueAt(state, settings).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    private List<Finding> keep(Judgement judgement) {
        state = judgement.state();
        return judgement.findings();
    }
}
