package org.mailcontinuity.probe.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.ReplyCount;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Volume;
import org.mailcontinuity.probe.traffic.Intake;
import org.mailcontinuity.testbed.time.ManualClock;

/** The agent against the very intake that it posts to. */
class AgentTest {
    private static final UUID MONITOR = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-11-24T03:12:10Z");
    private static final DateTimeFormatter SYSLOG =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final ManualClock clock = new ManualClock(START);
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private Intake intake;
    private Path log;
    private int messages;

    @BeforeEach
    void listen() throws IOException {
        log = folder.resolve("mail.log");
        Files.writeString(log, "");
        intake = Intake.start(vertx, folder, MONITOR, samples::add, clock);
    }

    @AfterEach
    void close() {
        intake.close();
        vertx.close();
    }

    private Agent agent(String state) throws IOException {
        Path config = folder.resolve("agent.json");
        Files.writeString(config, """
                {"endpoint": "http://127.0.0.1:%d/api/v1/traffic", "tokenFile": "sources/mx1/token", "state": "%s",
                 "timeZone": "UTC", "ignore": ["@probe.test"],
                 "logs": [{"path": "mail.log", "format": "postfix"}],
                 "monitors": [{"monitorId": "%s", "domains": ["example.test"]}]}""".formatted(intake.port(), state, MONITOR));
        return new Agent(AgentSettings.read(config), clock);
    }

    private void write(String from, String to, String outcome) throws IOException {
        String id = "%08X".formatted(++messages);
        String at = SYSLOG.format(clock.instant());
        Files.writeString(
                log,
                "%s mx1 postfix/qmgr[9]: %s: from=<%s>, size=9, nrcpt=1 (queue active)\n".formatted(at, id, from)
                        + "%s mx1 postfix/smtp[9]: %s: to=<%s>, relay=x, delay=1, %s\n".formatted(at, id, to, outcome),
                StandardOpenOption.APPEND);
    }

    private void deliver() throws IOException {
        write("carol@elsewhere.test", "alice@example.test", "dsn=2.0.0, status=sent (ok)");
    }

    private Volume volume(Direction direction, String minute) {
        return samples.stream()
                .filter(sample -> sample.direction() == direction)
                .filter(sample -> sample.scheduledAt().equals(Instant.parse("2026-11-24T" + minute + ":00Z")))
                .findFirst()
                .flatMap(Sample::volume)
                .orElseThrow();
    }

    private static void rounds(Agent agent) throws Exception {
        for (int i = 0; i < 3; i++) {
            agent.round();
        }
    }

    @Test
    void postsAMinuteOnceItIsOver() throws Exception {
        try (Agent agent = agent("state.json")) {
            rounds(agent);
            deliver();
            clock.set(Instant.parse("2026-11-24T03:13:05Z"));
            deliver();
            write("alice@example.test", "carol@elsewhere.test", "dsn=2.0.0, status=sent (ok)");
            write(
                    "alice@example.test",
                    "x@elsewhere.test",
                    "dsn=4.7.1, status=deferred (host x said: 451 4.7.1 later)");
            write("alice@example.test", "p-1@probe.test", "dsn=2.0.0, status=sent (ok)");
            write("alice@example.test", "bob@example.test", "dsn=2.0.0, status=sent (ok)");
            Files.writeString(log, "what is this\n", StandardOpenOption.APPEND);
            rounds(agent);
            assertThat(samples).isEmpty();
            clock.set(Instant.parse("2026-11-24T03:14:11Z"));
            rounds(agent);
            assertThat(samples).hasSize(2);
            assertThat(volume(Direction.INBOUND, "03:13")).isEqualTo(new Volume(1, 0, 0));
            assertThat(volume(Direction.OUTBOUND, "03:13"))
                    .isEqualTo(new Volume(1, 1, 0, List.of(new ReplyCount(451, java.util.Optional.of("4.7.1"), 1))));
            clock.set(Instant.parse("2026-11-24T03:15:11Z"));
            rounds(agent);
            assertThat(volume(Direction.INBOUND, "03:14")).isEqualTo(new Volume(0, 0, 0));
        }
    }

    @Test
    void keepsWhatCannotBePostedAndCatchesUp() throws Exception {
        intake.close();
        try (Agent agent = agent("state.json")) {
            rounds(agent);
            clock.advance(Duration.ofMinutes(1));
            deliver();
            clock.advance(Duration.ofMinutes(1));
            rounds(agent);
            assertThat(samples).isEmpty();
        }
        intake = Intake.start(vertx, folder, MONITOR, samples::add, clock);
        try (Agent agent = agent("state.json")) {
            deliver();
            clock.advance(Duration.ofMinutes(2));
            rounds(agent);
            assertThat(volume(Direction.INBOUND, "03:13")).isEqualTo(new Volume(1, 0, 0));
            assertThat(volume(Direction.INBOUND, "03:14")).isEqualTo(new Volume(1, 0, 0));
            assertThat(volume(Direction.INBOUND, "03:15")).isEqualTo(new Volume(0, 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsEveryMessageOnceWhateverCrashesAndRotates(long seed) throws Exception {
        Random random = new Random(seed);
        Map<Instant, Long> expected = new TreeMap<>();
        int generation = 0;
        Agent agent = agent("state-0.json");
        agent.round();
        for (int step = 0; step < 300; step++) {
            clock.advance(Duration.ofSeconds(random.nextInt(9)));
            for (int i = random.nextInt(3); i > 0; i--) {
                deliver();
                expected.merge(clock.instant().truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
            }
            agent.round();
            if (random.nextInt(15) == 0) {
                Files.move(log, folder.resolve("mail.log.1"), StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(log, "");
            }
            if (random.nextInt(20) == 0) {
                // What is on disk at this moment is all that a crash leaves.
                Path kept = folder.resolve("state-" + generation + ".json");
                Path next = folder.resolve("state-" + ++generation + ".json");
                Files.copy(kept, next);
                Agent crashed = agent;
                agent = agent("state-" + generation + ".json");
                crashed.close();
            }
        }
        clock.advance(Duration.ofMinutes(2));
        rounds(agent);
        agent.close();
        expected.remove(START.truncatedTo(ChronoUnit.MINUTES));
        Map<Instant, Long> counted = new TreeMap<>();
        samples.stream()
                .filter(sample -> sample.direction() == Direction.INBOUND)
                .filter(sample -> sample.volume().orElseThrow().accepted() > 0)
                .forEach(sample -> counted.merge(
                        sample.scheduledAt(), sample.volume().orElseThrow().accepted(), Long::sum));
        assertThat(counted).isEqualTo(expected);
    }

    @Test
    void letsOneAgentAtATimeHaveTheState() throws IOException {
        try (Agent first = agent("state.json")) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> agent("state.json")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void readsTheExampleOfTheDocumentation() throws IOException {
        String example = Files.readString(Path.of("../docs/traffic.md"))
                .split("Its file:\\s+```json", 2)[1]
                .split("```", 2)[0];
        Path config = folder.resolve("example.json");
        Files.writeString(config, example);
        AgentSettings settings = AgentSettings.read(config);
        assertThat(settings.monitors().getFirst().domains()).containsExactly("example.org", ".example.org");
        assertThat(settings.monitors().getFirst().rest()).isTrue();
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.spool()).isEqualTo(100_000);
        assertThat(settings.filters()).containsExactly(":10024", ":10026");
    }

    @Test
    void namesTheKeyThatItCannotUse() throws IOException {
        Path config = folder.resolve("bad.json");
        Files.writeString(
                config,
                "{\"logs\": [{\"path\": \"x\", \"format\": \"qmail\"}], \"monitors\": [{}],"
                        + " \"endpoint\": \"http://x/y\", \"tokenFile\": \"t\", \"state\": \"s\"}");
        assertThatThrownBy(() -> AgentSettings.read(config))
                .hasMessage("logs.format must be one of [POSTFIX, EXIM, SENDMAIL, EXCHANGE]");
    }
}
