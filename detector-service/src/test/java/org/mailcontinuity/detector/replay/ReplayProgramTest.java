package org.mailcontinuity.detector.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detector.Examples;

class ReplayProgramTest {
    private static final UUID ID = new UUID(0x7000, 1);
    private static final Instant START = Examples.START;

    @TempDir
    private Path folder;

    private Path monitor;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void define() throws IOException {
        monitor = folder.resolve("M.json");
        Files.write(monitor, Messages.encode(Examples.monitor(ID, Duration.ofSeconds(30))));
    }

    @Test
    void printsFindingsOfAnOutageSeenByOneVantage() {
        int exit = replay(refusals(0, 6) + goods(6, 12));
        assertThat(exit).isZero();
        assertThat(findings())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"at\":\"2026-11-24T12:02:30.000Z\",\"monitorId\":\"" + ID
                        + "\",\"direction\":\"INBOUND\",\"finding\":\"OPENED\",\"severity\":\"DOWN\","
                        + "\"cause\":{\"stage\":\"CONNECT\",\"fault\":\"CONNECT_REFUSED\","
                        + "\"route\":{\"host\":\"mx1.example.test\",\"port\":25,\"preference\":10},\"causeKey\":")
                .contains("\"confidence\":1.0");
        assertThat(findings().get(1)).contains("12:05:30.000Z").contains("\"finding\":\"CLEARED\"");
    }

    @Test
    void tellsUnreadableLinesAndSkipsThem() {
        String cut = line(Examples.good(ID, START)).substring(0, 80);
        String without = line(Examples.good(ID, START)).replace("\"vantage\":\"local\",", "");
        String huge = "x".repeat(2 * Messages.LARGEST);
        String far = line(Examples.good(ID, START)).replace("\"completedAt\":\"2026", "\"completedAt\":\"+123456789");
        int exit = replay("\ufeff" + refusals(0, 3) + cut + "\n\r\n" + without + "\n" + huge + "\n[]\nnull\n" + far
                + "\n" + refusals(3, 6).replace("\n", "\r\n"));
        assertThat(exit).isEqualTo(ReplayProgram.LINES_SKIPPED);
        assertThat(findings()).singleElement().asString().contains("OPENED");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("line 4: value must be JSON")
                .contains("line 6: vantage must be present, but is: absent")
                .contains("line 7: value must have at most 262144 bytes")
                .contains("line 8: ")
                .contains("line 9: value must be present")
                .contains("line 10: completedAt must be")
                .contains("6 lines were skipped");
    }

    @Test
    void readsWordsAndFieldsOfALaterRelease() {
        String lines = refusals(0, 6)
                .replace("CONNECT_REFUSED", "CONNECT_EATEN")
                .replace("{\"sampleId", "{\"new\":1,\"sampleId");
        assertThat(replay(lines)).isZero();
        assertThat(findings()).singleElement().asString().contains("OPENED");
    }

    @Test
    void passesOverDuplicatesAndOtherMonitors() {
        String other = line(Examples.refused(new UUID(0x7000, 2), START)) + "\n";
        assertThat(replay(refusals(0, 5) + refusals(0, 5) + other.repeat(9))).isZero();
        assertThat(findings()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("9 lines are of monitors that are not defined");
    }

    @Test
    void silenceIsToldByTheTicksBetweenSamples() {
        assertThat(replay(goods(0, 3) + goods(40, 41))).isZero();
        assertThat(findings()).hasSize(2);
        assertThat(findings().getFirst())
                .contains("\"at\":\"2026-11-24T12:04:00.000Z\"")
                .contains("NO_DATA")
                .contains("BLIND");
        assertThat(findings().getLast()).contains("CLEARED").contains("BLIND");
    }

    @Test
    void oneWrongTimeStampDoesNotMoveTheClock() {
        String wrong = line(Examples.good(ID, Instant.parse("2099-01-01T00:00:00Z"))) + "\n";
        assertThat(replay(wrong + refusals(0, 3) + wrong + wrong + refusals(3, 6)))
                .isEqualTo(ReplayProgram.LINES_SKIPPED);
        assertThat(findings())
                .singleElement()
                .asString()
                .contains("12:02:30.000Z")
                .contains("OPENED");
    }

    @Test
    void recordingsOfTheSameHoursMayFollowEachOther() throws IOException {
        UUID other = define(2);
        String first = refusals(0, 6) + goods(6, 200);
        assertThat(replay(first + first.replace(ID.toString(), other.toString())))
                .isZero();
        assertThat(findings()).hasSize(4);
        assertThat(findings().subList(2, 4))
                .isEqualTo(findings().subList(0, 2).stream()
                        .map(line -> line.replace(ID.toString(), other.toString()))
                        .toList());
    }

    @Test
    void aMonitorIsWatchedFromItsFirstSampleOn() throws IOException {
        UUID later = define(2);
        assertThat(replay(goods(0, 20)
                        + IntStream.range(20, 30)
                                .mapToObj(round -> goods(round, round + 1)
                                        + goods(round, round + 1).replace(ID.toString(), later.toString()))
                                .collect(Collectors.joining())))
                .isZero();
        assertThat(findings()).isEmpty();
    }

    @Test
    void aMonitorWithoutSamplesIsBlind() throws IOException {
        UUID never = define(2);
        assertThat(replay(goods(0, 20))).isZero();
        assertThat(findings())
                .singleElement()
                .asString()
                .contains("\"at\":\"2026-11-24T12:03:00.000Z\"")
                .contains(never.toString())
                .contains("NO_DATA");
    }

    @ParameterizedTest
    @CsvSource({
        "'',--monitor must be given",
        "--monitor M.json,--samples must be given",
        "--monitor M.json --samples,--samples needs a value",
        "--monitor M.json --samples - --fast,There is no option --fast",
        "--monitor M.json --samples nowhere.ndjson,there is no such file",
        "--monitor nowhere.json --samples -,there is no such file",
    })
    void refusesWrongUsage(String arguments, String reason) {
        String[] words = arguments.isEmpty()
                ? new String[0]
                : arguments.replace("M.json", monitor.toString()).split(" ");
        assertThat(run("", words)).isEqualTo(ReplayProgram.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(reason);
    }

    @Test
    void tellsHowItIsUsed() {
        assertThat(run("", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./continuity replay");
    }

    @Test
    void refusesAMonitorFileThatIsNone() throws IOException {
        Files.writeString(monitor, "[{\"monitorId\":\"x\"}]");
        assertThat(replay("")).isEqualTo(ReplayProgram.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("M.json [0]: monitorId must be");
    }

    /** Defines one more monitor. @return its id */
    private UUID define(int number) throws IOException {
        UUID other = new UUID(0x7000, number);
        Files.writeString(
                monitor,
                List.of(ID, other).stream()
                        .map(id -> new String(
                                Messages.encode(Examples.monitor(id, Duration.ofSeconds(30))), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", "[", "]")));
        return other;
    }

    private int replay(String samples) {
        return run(samples, "--monitor", monitor.toString(), "--samples=-");
    }

    private int run(String input, String... arguments) {
        return ReplayProgram.run(
                arguments,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> findings() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String refusals(int from, int to) {
        return lines(from, to, true);
    }

    private static String goods(int from, int to) {
        return lines(from, to, false);
    }

    private static String lines(int from, int to, boolean refused) {
        return IntStream.range(from, to)
                .mapToObj(round -> START.plusSeconds(30L * round))
                .map(at -> line(refused ? Examples.refused(ID, at) : Examples.good(ID, at)) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(Sample sample) {
        return new String(Messages.encode(sample), StandardCharsets.UTF_8);
    }
}
