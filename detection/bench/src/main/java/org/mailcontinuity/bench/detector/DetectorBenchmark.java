package org.mailcontinuity.bench.detector;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.mailcontinuity.testbed.broker.EmbeddedBroker;

/** The program behind {@code ./continuity bench detector}. */
public final class DetectorBenchmark {
    private static final double RATIO_BAR = 0.25;
    private static final double RESTART_BAR_SECONDS = 30;
    private static final String JSON =
            "{\"threads\":%d,\"samples\":%d,\"sampleBytes\":%d,\"bare\":%.0f,\"bareMicros\":%.2f,"
                    + "\"detector\":%.0f,\"detectorMicros\":%.2f,\"ratio\":%.3f,\"processorRatio\":%.3f,\"stateBytes\":%.0f}%n";
    private static final String TEXT =
            "%d threads, %d samples of %d bytes: bare consumer %.0f/s (%.1f us of processor each),"
                    + " detector %.0f/s (%.1f us), ratio %.2f by the clock, %.2f by processor time;"
                    + " state written per sample %.0f bytes%n";

    private final DetectorArguments asked;
    private final PrintStream out;
    private final PrintStream progress;
    private final Path state;
    private boolean missed;

    private DetectorBenchmark(DetectorArguments asked, PrintStream out, PrintStream progress) throws IOException {
        this.asked = asked;
        this.out = out;
        this.progress = progress;
        this.state = Files.createTempDirectory("bench-detector");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DetectorArguments asked;
        try {
            asked = DetectorArguments.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("See: ./continuity bench detector --help");
            System.exit(2);
            return;
        }
        if (asked.help) {
            System.out.print(DetectorArguments.USAGE);
            return;
        }
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.SEVERE);
        DetectorBenchmark benchmark = new DetectorBenchmark(asked, System.out, System.err);
        try {
            benchmark.throughput();
            benchmark.restart();
        } finally {
            delete(benchmark.state);
        }
        System.exit(asked.check && benchmark.missed ? 1 : 0);
    }

    private void throughput() throws InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.startForTest();
                Load load = new Load(broker.clientSettings())) {
            Load.createTopics(broker.clientSettings());
            progress.printf("writing %d samples of %d monitors%n", asked.samples, asked.monitors);
            load.define(0, asked.monitors);
            long total = 0;
            for (int round = 0; total < asked.samples; round++) {
                total += load.round(0, asked.monitors, round);
            }
            load.flush();
            for (int threads : asked.threads) {
                measure(broker.clientSettings(), threads, total, load.meanBytes());
            }
        }
    }

    private void measure(Map<String, String> client, int threads, long total, long bytes) throws InterruptedException {
        progress.printf("%d threads: bare consumer%n", threads);
        Pace bare = new BareConsumer(client).measure(threads, total);
        progress.printf("%d threads: detector%n", threads);
        String application = "bench-" + threads;
        try (WholeDetector detector = new WholeDetector(client, application, state.resolve(application), threads)) {
            Pace whole = Pace.of(detector::judged, total, "StreamThread");
            missed |= bare.micros() / whole.micros() < RATIO_BAR;
            tell(threads, total, bytes, bare, whole, detector.stateBytes());
        }
    }

    private void tell(int threads, long total, long bytes, Pace bare, Pace whole, double stateBytes) {
        out.printf(
                Locale.ROOT,
                asked.json ? JSON : TEXT,
                threads,
                total,
                bytes,
                bare.perSecond(),
                bare.micros(),
                whole.perSecond(),
                whole.micros(),
                whole.perSecond() / bare.perSecond(),
                bare.micros() / whole.micros(),
                stateBytes);
    }

    /** State of many monitors is there; from the start of the stream to the first judgement. */
    private void restart() throws IOException {
        if (asked.restart == 0) {
            return;
        }
        try (EmbeddedBroker broker = EmbeddedBroker.startForTest();
                Load load = new Load(broker.clientSettings())) {
            Map<String, String> client = broker.clientSettings();
            Load.createTopics(client);
            progress.printf("writing %d monitors and a round of samples of each%n", asked.restart);
            load.define(0, asked.restart);
            long total = load.round(0, asked.restart, 0);
            load.flush();
            Path kept = state.resolve("restart");
            long size;
            try (WholeDetector detector = new WholeDetector(client, "restart", kept, 2)) {
                Pace.await(detector::judged, total);
                size = Math.round(detector.stateBytes());
            }
            double withState = start(load, client, kept, 1);
            delete(kept);
            double fromChangelog = start(load, client, kept, 2);
            missed |= withState > RESTART_BAR_SECONDS;
            out.printf(
                    Locale.ROOT,
                    asked.json
                            ? "{\"restartMonitors\":%d,\"stateBytesPerMonitor\":%d,\"secondsWithState\":%.1f,\"secondsFromChangelog\":%.1f}%n"
                            : "restart with %d monitors' state (%d bytes each): first judgement after %.1f s with the state kept, %.1f s from the changelog%n",
                    asked.restart,
                    size,
                    withState,
                    fromChangelog);
        }
    }

    private double start(Load load, Map<String, String> client, Path kept, long round) {
        progress.println("restart");
        load.round(0, 100, round);
        load.flush();
        long begun = System.nanoTime();
        try (WholeDetector detector = new WholeDetector(client, "restart", kept, 2)) {
            Pace.await(detector::judged, 1);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Pace.await(detector::judged, 100L);
            return seconds;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
