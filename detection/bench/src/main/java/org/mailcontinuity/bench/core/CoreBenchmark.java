package org.mailcontinuity.bench.core;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mailcontinuity.detection.DetectionCore;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.state.StateCodec;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmark and prints its table; the bar is 5 million samples a second on one core. */
public final class CoreBenchmark {
    private static final double BAR = 5_000_000;
    private static final int SETTLED_ROUNDS = 100;

    private CoreBenchmark() {}

    /** Prints the table. With {@code --quick} in a quarter of the time. */
    public static void main(String[] args) throws RunnerException {
        PrintStream out = System.out;
        if (List.of(args).contains("--help")) {
            out.println("Usage: ./continuity bench core [--quick]");
            return;
        }
        boolean quick = List.of(args).contains("--quick");
        out.printf(
                "core benchmark: 1 thread, 1,000 monitors, 3 vantages, 1 route, interval 30 s%s%n",
                quick ? " (quick)" : "");
        out.printf("%-8s %12s %16s %14s %16s%n", "case", "ns/sample", "samples/s", "bytes/sample", "ns by the clock");
        boolean met = false;
        for (RunResult result : run(quick)) {
            String story = result.getParams().getParam("story");
            double wall = result.getPrimaryResult().getScore();
            double nanos = secondary(result, "nanos") / secondary(result, "judged");
            double perSecond = 1e9 / nanos;
            double bytes = secondary(result, "alloc.rate.norm");
            out.printf(Locale.ROOT, "%-8s %12.1f %,16.0f %14.0f %16.1f%n", story, nanos, perSecond, bytes, wall);
            met |= story.equals("calm") && perSecond >= BAR;
        }
        states(out);
        out.printf("bar: calm at least 5,000,000 samples/s: %s%n", met ? "met" : "MISSED");
        System.exit(met ? 0 : 1);
    }

    private static Collection<RunResult> run(boolean quick) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(Judging.class.getName())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(quick ? 4 : 10)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 3 : 7)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).run();
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .map(Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(0);
    }

    private static void states(PrintStream out) {
        for (String story : List.of("calm", "noise", "outage")) {
            MonitorState state = DetectionCore.adopt(MonitorState.unknown(), Story.SETTINGS, Story.START)
                    .state();
            List<Integer> recent = new ArrayList<>();
            for (Observation sample : Judging.story(story).rounds(SETTLED_ROUNDS, 1)) {
                state = DetectionCore.observe(state, sample, Story.SETTINGS).state();
                recent.add(StateCodec.encodeRecent(state).length);
            }
            double mean = recent.stream().mapToInt(Integer::intValue).average().orElse(0);
            out.printf(
                    Locale.ROOT,
                    "state, %s: recent %.0f bytes a monitor = %.0f a vantage (written each sample), settled %d bytes a monitor%n",
                    story,
                    mean,
                    mean / Story.VANTAGES.size(),
                    StateCodec.encodeSettled(state).length);
        }
    }
}
