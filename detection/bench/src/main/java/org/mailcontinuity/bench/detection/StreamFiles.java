package org.mailcontinuity.bench.detection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.bench.rule.Ours;
import org.mailcontinuity.bench.scenario.Arrived;
import org.mailcontinuity.bench.scenario.Plan;
import org.mailcontinuity.bench.scenario.Scenario;
import org.mailcontinuity.bench.scenario.Setting;
import org.mailcontinuity.bench.scenario.Simulation;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detector.monitor.MonitorSettings;
import org.mailcontinuity.detector.replay.FindingLine;

/**
 * Writes the streams of runs to files that {@code ./continuity replay} reads, with the findings that it must come to. In
 * each scenario's folder: M.json (one monitor a run), S.ndjson, findings.ndjson (run by run).
 */
final class StreamFiles {
    private final Path folder;
    private final long seed;
    private final int runs;

    private record Line(long at, long order, byte[] bytes) {}

    StreamFiles(Path folder, long seed, int runs) {
        this.folder = folder;
        this.seed = seed;
        this.runs = runs;
    }

    void write(Set<Scenario> scenarios, PrintStream progress) throws IOException {
        for (Scenario scenario : scenarios) {
            int count = scenario.isMonth() ? 1 : runs;
            Path target = Files.createDirectories(folder.resolve(scenario.word()));
            long lines = write(scenario, count, target);
            progress.printf("%-24s %d runs, %d samples: %s%n", scenario.word(), count, lines, target);
        }
    }

    private long write(Scenario scenario, int count, Path target) throws IOException {
        List<MonitorDefinition> monitors = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            long runSeed = scenario.seed(seed, run);
            Plan plan = scenario.plan(runSeed);
            MonitorDefinition monitor = Setting.monitor(monitorId(scenario, run), plan, Sensitivity.BALANCED);
            monitors.add(monitor);
            Recorder recorder =
                    new Recorder(lines, new Ours(MonitorSettings.of(monitor).detection(), plan.from()));
            new Simulation(plan, monitor.monitorId(), runSeed, recorder).play();
            for (Finding finding : recorder.ours.findings()) {
                expected.add(FindingLine.of(monitor.monitorId(), finding));
            }
        }
        lines.sort(Comparator.comparingLong(Line::at).thenComparingLong(Line::order));
        Files.writeString(target.resolve("M.json"), array(monitors));
        Files.write(target.resolve("findings.ndjson"), expected);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target.resolve("S.ndjson")))) {
            for (Line line : lines) {
                out.write(line.bytes());
                out.write('\n');
            }
        }
        return lines.size();
    }

    private UUID monitorId(Scenario scenario, int run) {
        return new UUID((seed << 16) | 0x7000, 0x8000_0000_0000_0000L | ((long) scenario.ordinal() << 32) | run);
    }

    private static String array(List<MonitorDefinition> monitors) {
        StringBuilder json = new StringBuilder("[");
        for (MonitorDefinition monitor : monitors) {
            json.append(json.length() == 1 ? "\n" : ",\n")
                    .append(new String(Messages.encode(monitor), StandardCharsets.UTF_8));
        }
        return json.append("\n]\n").toString();
    }

    private static final class Recorder implements Simulation.Audience {
        private final List<Line> lines;
        private final Ours ours;

        Recorder(List<Line> lines, Ours ours) {
            this.lines = lines;
            this.ours = ours;
        }

        @Override
        public boolean arrived(Arrived arrived) {
            lines.add(new Line(arrived.at(), lines.size(), Messages.encode(arrived.sample())));
            ours.arrived(arrived);
            return false;
        }

        @Override
        public void tick(long at) {
            ours.tick(at);
        }
    }
}
