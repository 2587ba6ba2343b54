package org.mailcontinuity.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.bench.scenario.Scenario;
import org.mailcontinuity.detector.replay.ReplayProgram;

class DetectionBenchmarkTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void measuresEveryRuleInAScenario() throws IOException {
        assertThat(run("--runs", "20", "--scenario", "hard-outage", "--scenario", "quiet-blip", "--json", "--check"))
                .isZero();
        assertThat(out())
                .anyMatch(line -> line.startsWith(
                        "{\"scenario\":\"hard-outage\",\"rule\":\"EVIDENCE\",\"runs\":20,\"found\":1.0000"))
                .anyMatch(line -> line.contains("\"rule\":\"UPTIME_KUMA\""))
                .anyMatch(line -> line.contains("\"bar\":\"quiet-blip <= 1 % alarmed\""))
                .noneMatch(line -> line.contains("grey"));
    }

    @Test
    void theSameSeedGivesTheSameFigures() throws IOException {
        run("--runs", "10", "--scenario", "grey-30", "--json");
        List<String> first = out();
        out.reset();
        run("--runs", "10", "--scenario", "grey-30", "--json");
        assertThat(out()).isEqualTo(first);
        out.reset();
        run("--runs", "10", "--scenario", "grey-30", "--json", "--seed", "2");
        assertThat(out()).isNotEqualTo(first);
    }

    @Test
    void aReplayOfTheStreamsWrittenFindsTheSame() throws IOException {
        assertThat(run("--write", folder.toString(), "--runs", "3")).isZero();
        for (Scenario scenario : Scenario.values()) {
            if (scenario.isMonth()) {
                continue;
            }
            Path target = folder.resolve(scenario.word());
            out.reset();
            String[] arguments = {
                "--monitor",
                target.resolve("M.json").toString(),
                "--samples",
                target.resolve("S.ndjson").toString()
            };
            assertThat(ReplayProgram.run(arguments, new ByteArrayInputStream(new byte[0]), out, print(err)))
                    .isZero();
            assertThat(sorted(out().stream()))
                    .as(scenario.word())
                    .isEqualTo(sorted(Files.readAllLines(target.resolve("findings.ndjson")).stream()));
        }
    }

    @Test
    void drawsRuns() throws IOException {
        assertThat(run("--draw", folder.toString(), "--scenario", "hard-outage"))
                .isZero();
        assertThat(folder.resolve("hard-outage.svg"))
                .content()
                .startsWith("<svg ")
                .contains("polyline")
                .endsWith("</svg>\n");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        assertThat(run("--scenario", "weather")).isEqualTo(2);
        assertThat(run("--runs", "0")).isEqualTo(2);
        assertThat(run("--fast")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("There is no scenario weather", "--runs must be", "There is no option --fast");
    }

    private static List<String> sorted(Stream<String> findings) {
        return findings.filter(line -> !line.contains("BLIND")).sorted().toList();
    }

    private int run(String... arguments) throws IOException {
        return DetectionBenchmark.run(arguments, print(out), print(err));
    }

    private List<String> out() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
