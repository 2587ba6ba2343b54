package org.mailcontinuity.bench.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mailcontinuity.bench.scenario.Scenario;
import org.mailcontinuity.bench.score.Bars;
import org.mailcontinuity.bench.score.Standings;
import org.mailcontinuity.bench.score.Table;

/** The program behind {@code ./continuity bench detection}. */
public final class DetectionBenchmark {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int WRITTEN_RUNS = 20;

    private final BenchArguments asked;
    private final PrintStream progress;

    private DetectionBenchmark(BenchArguments asked, PrintStream progress) {
        this.asked = asked;
        this.progress = progress;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Runs the program. @return its exit status */
    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        BenchArguments asked;
        try {
            asked = BenchArguments.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println("See: ./continuity bench detection --help");
            return USAGE;
        }
        if (asked.help) {
            out.print(BenchArguments.USAGE);
            return DONE;
        }
        if (asked.write.isPresent()) {
            int runs = asked.runsGiven ? asked.runs : WRITTEN_RUNS;
            new StreamFiles(Path.of(asked.write.get()), asked.seed, runs).write(asked.scenarios, err);
            return DONE;
        }
        if (asked.draw.isPresent()) {
            Pictures.draw(Path.of(asked.draw.get()), asked.scenarios, asked.seed, err);
            return DONE;
        }
        return new DetectionBenchmark(asked, err).measure(out);
    }

    private int measure(PrintStream out) {
        long begun = System.nanoTime();
        Standings standings = new Standings();
        for (Scenario scenario : asked.scenarios) {
            play(scenario, standings);
        }
        Table table = new Table(out, standings);
        if (asked.json) {
            table.printJson();
        } else {
            table.print();
            out.printf("%nSeed %d, %.0f s%n", asked.seed, (System.nanoTime() - begun) / 1e9);
        }
        boolean missed = !Bars.of(standings).stream().allMatch(Bars.Bar::held);
        return asked.check && missed ? FAILED : DONE;
    }

    private void play(Scenario scenario, Standings standings) {
        int runs = scenario.isMonth() ? asked.months : asked.runs;
        long begun = System.nanoTime();
        List<Future<?>> played = new ArrayList<>();
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int run = 0; run < runs; run++) {
                long seed = scenario.seed(asked.seed, run);
                played.add(cores.submit(() -> new Jury(scenario, seed).judge(standings)));
            }
            int done = 0;
            for (Future<?> each : played) {
                await(each);
                if (++done % Math.max(1, runs / 10) == 0 || done == runs) {
                    progress.printf(
                            "\r%-24s %d of %d runs, %.0f s ",
                            scenario.word(), done, runs, (System.nanoTime() - begun) / 1e9);
                }
            }
            progress.println();
        }
    }

    private static void await(Future<?> run) {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
