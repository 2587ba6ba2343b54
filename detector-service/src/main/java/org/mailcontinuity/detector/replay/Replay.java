package org.mailcontinuity.detector.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detector.monitor.MonitorSettings;

/**
 * Judges samples in the order in which they were recorded. What the core gets is what it gets in the stream: the same
 * observations, settings and ticks.
 *
 * <ol>
 *   <li>The samples are the clock: a sample's append time where it is given, else the running maximum of
 *       {@code completedAt}. One wrong stamp does not move it ({@link JumpGate}).
 *   <li>A monitor is watched from its own first sample on, for recordings need not begin together. Of one without any the
 *       end of the file tells what the silence came to: NO_DATA.
 *   <li>Time passes at each 10 s of the clock, before the sample that moved it.
 *   <li>A monitor whose first sample lies more than 10 minutes before the clock begins a recording of its own, with a
 *       clock of its own: recordings of the same hours may stand one after the other in a file.
 * </ol>
 *
 * <p>Memory grows with the number of monitors, not of samples. Not thread-safe.
 */
public final class Replay {
    private static final long ANOTHER_RECORDING = Duration.ofMinutes(10).toMillis();

    private final Map<UUID, Watching> monitors = new LinkedHashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final JumpGate gate = new JumpGate();
    private final ReplayListener listener;
    private Lane current;
    private long begunAt = Lane.BEFORE_ALL;
    private long unknown;

    public Replay(List<MonitorSettings> definitions, ReplayListener listener) {
        this.listener = listener;
        this.current = open();
        definitions.forEach(monitor -> monitors.put(monitor.monitorId(), new Watching(monitor, current)));
    }

    /** The next sample. */
    public void next(NumberedSample sample) {
        Watching watching = monitors.get(sample.sample().monitorId());
        if (watching == null) {
            unknown++;
            return;
        }
        gate.held()
                .ifPresent(waiting ->
                        gate.releasedBy(sample, clockOf(waiting)).ifPresent(release -> release(waiting, release)));
        boolean sameOnceMore = gate.held().isPresent();
        if (!sameOnceMore && !gate.holds(sample, clockOf(sample))) {
            judge(sample, true);
        }
    }

    /** There are no more samples. */
    public void end() {
        gate.held().ifPresent(waiting -> release(waiting, gate.releasedByEnd(clockOf(waiting))));
        lanes.forEach(Lane::end);
        if (begunAt != Lane.BEFORE_ALL) {
            endOfUnseen();
        }
    }

    private void endOfUnseen() {
        long latest = lanes.stream().mapToLong(Lane::clock).max().orElse(begunAt);
        Lane silent = open();
        silent.advance(begunAt);
        monitors.values().stream()
                .filter(watching -> !watching.seen && watching.monitor.enabled())
                .forEach(watching -> watching.begin(silent));
        silent.advance(latest);
        silent.end();
    }

    /** How many samples were of monitors that are not watched. */
    public long unknown() {
        return unknown;
    }

    private void release(NumberedSample waiting, JumpGate.Release release) {
        switch (release) {
            case MOVES_CLOCK -> judge(waiting, true);
            case KEEPS_CLOCK -> judge(waiting, false);
            case REFUSED ->
                listener.skipped(
                        waiting.line(),
                        (waiting.sample().appendedAt().isPresent() ? "appendedAt" : "completedAt")
                                + " must not be more than a day ahead of the samples around it");
        }
    }

    private void judge(NumberedSample sample, boolean movesClock) {
        Watching watching = watchingOf(sample);
        Lane lane = laneFor(watching, sample);
        if (movesClock) {
            lane.advance(sample.at());
        }
        if (!watching.monitor.enabled()) {
            return;
        }
        lane.bringUpToDate(watching);
        long appendedAt = movesClock && sample.sample().appendedAt().isPresent() ? sample.at() : lane.clock();
        for (Finding finding : watching.sample(sample.sample(), appendedAt)) {
            listener.found(watching.monitor.monitorId(), finding);
        }
        lane.schedule(watching);
    }

    private Lane laneFor(Watching watching, NumberedSample sample) {
        if (watching.seen) {
            return watching.lane;
        }
        watching.seen = true;
        if (current.clock() == Lane.BEFORE_ALL) {
            begunAt = sample.at();
            current.advance(begunAt);
        } else if (current.clock() - sample.at() > ANOTHER_RECORDING) {
            current = open();
            current.advance(sample.at());
        }
        watching.begin(current);
        return current;
    }

    private long clockOf(NumberedSample sample) {
        Watching watching = watchingOf(sample);
        return (watching.seen ? watching.lane : current).clock();
    }

    private Watching watchingOf(NumberedSample sample) {
        return Objects.requireNonNull(monitors.get(sample.sample().monitorId()));
    }

    private Lane open() {
        Lane lane = new Lane(listener);
        lanes.add(lane);
        return lane;
    }
}
