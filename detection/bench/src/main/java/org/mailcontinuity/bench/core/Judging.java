package org.mailcontinuity.bench.core;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.mailcontinuity.detection.DetectionCore;
import org.mailcontinuity.detection.Judgement;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.state.MonitorState;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One sample at a time, of 1,000 monitors in turn that all live through the same. */
@State(Scope.Thread)
public class Judging {
    private static final int MONITORS = 1_000;
    private static final int ROUNDS = 10_000;
    private static final long SEED = 20_261_124;

    /** {@code calm}, {@code noise} (1 % fail), {@code outage} (all fail) or {@code late} (a fifth come late). */
    @Param({"calm", "noise", "outage", "late"})
    public String story = "calm";

    private final MonitorState[] states = new MonitorState[MONITORS];
    private Observation[] samples = {};
    private MonitorState start = MonitorState.unknown();
    private int monitor;
    private int sample;

    /** Makes the samples. */
    @Setup(Level.Trial)
    public void tell() {
        samples = story(story).rounds(ROUNDS, SEED);
        start = DetectionCore.adopt(MonitorState.unknown(), Story.SETTINGS, Story.START)
                .state();
        Arrays.fill(states, start);
    }

    /** Processor time beside the clock's, because a machine may be shared. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        /** Samples judged. */
        public long judged;

        /** Nanoseconds on a processor. */
        public long nanos;

        private long begun;

        /** Begins to count. */
        @Setup(Level.Iteration)
        public void begin() {
            judged = 0;
            begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        /** Counts. */
        @TearDown(Level.Iteration)
        public void end() {
            nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        }
    }

    /** A sample is judged. */
    @Benchmark
    public Judgement observe(Processor processor) {
        processor.judged++;
        Judgement judgement = DetectionCore.observe(states[monitor], samples[sample], Story.SETTINGS);
        states[monitor] = judgement.state();
        if (++monitor == MONITORS) {
            monitor = 0;
            if (++sample == samples.length) {
                sample = 0;
                Arrays.fill(states, start);
            }
        }
        return judgement;
    }

    static Story story(String name) {
        return switch (name) {
            case "calm" -> new Story(0, 0);
            case "noise" -> new Story(0.01, 0);
            case "outage" -> new Story(1, 0);
            case "late" -> new Story(0, 0.2);
            default -> throw new IllegalArgumentException("story must be calm, noise, outage or late, was " + name);
        };
    }
}
