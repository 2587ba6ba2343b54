package org.mailcontinuity.probe.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.probe.arrival.ArrivalBook;
import org.mailcontinuity.probe.arrival.Token;
import org.mailcontinuity.probe.arrival.TokenKeys;
import org.mailcontinuity.probe.arrival.TokenSeal;
import org.mailcontinuity.probe.credential.CredentialFolder;
import org.mailcontinuity.probe.dialing.Course;
import org.mailcontinuity.probe.dialing.Dialer;
import org.mailcontinuity.probe.dns.DnsClient;
import org.mailcontinuity.probe.guard.AddressGuard;
import org.mailcontinuity.probe.guard.HostLimits;
import org.mailcontinuity.probe.guard.Network;
import org.mailcontinuity.probe.sample.Round;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.probe.smtp.StageLimits;
import org.mailcontinuity.probe.smtp.Tls;
import org.mailcontinuity.probe.smtp.Transcript;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpMessage;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;

class OutboundCheckTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path directory;

    private final ScriptedSmtpServer server =
            ScriptedSmtpServer.start(SmtpScript.accepting().withAccount("user", "secret"));
    private final SmtpClient smtp =
            new SmtpClient(Tls.trusting(List.of()), StageLimits.DEFAULT, SourceAddresses.ANY, CLOCK);
    private final TokenSeal seal = new TokenSeal(new TokenKeys(new TreeMap<>(Map.of(1, new byte[32]))));
    private final ArrivalBook book = new ArrivalBook();
    private final Transcript transcript = Transcript.recording();
    private final AtomicBoolean submitted = new AtomicBoolean();

    @BeforeEach
    void credential() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("mailbox"));
        Files.writeString(folder.resolve("username"), "user");
        Files.writeString(folder.resolve("password"), "secret");
    }

    @AfterEach
    void close() {
        smtp.close();
        server.close();
    }

    private Course run(String credential, boolean withReceiver, Set<Integer> ports) throws InterruptedException {
        AddressGuard guard = new AddressGuard(List.of(Network.parse("127.0.0.0/8")), ports);
        DnsClient dns = new DnsClient(List.of(), Duration.ofSeconds(1), SourceAddresses.ANY);
        OutboundCheck check = new OutboundCheck(
                new Dialer(dns, guard, new HostLimits(2), smtp, CLOCK),
                new CredentialFolder(directory),
                withReceiver ? Optional.of(new OutboundCheck.Return("probe.test", seal, book)) : Optional.empty(),
                "probe.test",
                CLOCK);
        String json = """
                {"monitorId": "0197a000-0000-7000-8000-000000000001", "revision": 1, "name": "m",
                 "domain": "example.test", "schedule": {"interval": "PT10S", "timeout": "PT3S"},
                 "outbound": {"submission": {"host": "127.0.0.1", "port": %d, "security": "NONE",
                   "credential": "%s"}, "sender": "user@example.test", "latencyLimit": "PT1S"}}""".formatted(server.port(), credential);
        MonitorDefinition definition = Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8));
        Round round = new Round(definition, "test", Trigger.SCHEDULED, CLOCK.instant());
        return check.run(round, definition.outbound().orElseThrow(), transcript, () -> submitted.set(true))
                .orElseThrow()
                .course();
    }

    private Course run() throws InterruptedException {
        return run("mailbox", true, Set.of(server.port()));
    }

    /** Lets every message arrive, as if it had taken so long. */
    private void deliverAfter(Duration latency) {
        Thread.ofVirtual().start(() -> {
            while (server.messages().isEmpty()) {
                Thread.onSpinWait();
            }
            Token token = tokenOf(server.messages().getFirst());
            Instant receivedAt = token.sentAt().plus(latency);
            book.arrived(new Arrival(
                    token.monitorId(), token.sampleId(), token.sentAt(), receivedAt, "test", "w2", false, List.of()));
        });
    }

    private Token tokenOf(SmtpMessage message) {
        return message.content()
                .lines()
                .filter(line -> line.startsWith(TokenSeal.HEADER))
                .findFirst()
                .flatMap(line -> seal.openHeader(line.substring(TokenSeal.HEADER.length() + 1)))
                .orElseThrow();
    }

    @Test
    void succeedsWhereTheMessageArrivesInTime() throws InterruptedException {
        deliverAfter(Duration.ofMillis(400));
        Course course = run();
        assertThat(course.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(course.stage()).isEqualTo(Stage.ARRIVAL);
        assertThat(course.total()).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(submitted).isTrue();
        assertThat(book.size()).isZero();
    }

    @Test
    void marksTheMessageAsItsOwnAndAsAutomatic() throws InterruptedException {
        deliverAfter(Duration.ZERO);
        run();
        SmtpMessage message = server.messages().getFirst();
        assertThat(message.sender()).isEqualTo("user@example.test");
        assertThat(message.recipients().getFirst()).startsWith("p-").endsWith("@probe.test");
        assertThat(message.content())
                .contains("Auto-Submitted: auto-generated\r\n", "Precedence: bulk\r\n", "Message-ID: <");
    }

    @Test
    void isImpairedWhereTheMessageIsLate() throws InterruptedException {
        deliverAfter(Duration.ofMillis(1500));
        Course course = run();
        assertThat(course.outcome()).isEqualTo(Outcome.IMPAIRED);
        assertThat(course.fault()).contains(Fault.LATE);
    }

    @Test
    void failsWhereTheMessageDoesNotArrive() throws InterruptedException {
        Course course = run();
        assertThat(course.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(course.stage()).isEqualTo(Stage.ARRIVAL);
        assertThat(course.fault()).contains(Fault.NOT_ARRIVED);
        assertThat(book.size()).isZero();
    }

    @Test
    void failsWhereTheMessageIsNotTaken() throws InterruptedException {
        server.follow(
                SmtpScript.accepting().withAccount("user", "secret").answer(SmtpStage.CONTENT, "554 5.7.1 not you"));
        Course course = run();
        assertThat(course.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(course.stage()).isEqualTo(Stage.DATA);
        assertThat(course.fault()).contains(Fault.REJECTED);
        assertThat(book.size()).isZero();
    }

    @Test
    void knowsNothingWhereTheProbeItselfLacksSomething() throws InterruptedException {
        assertThat(run("unknown", true, Set.of(server.port())).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(run("mailbox", false, Set.of(server.port())).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(run("mailbox", true, Set.of(25)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(server.sessions()).isEmpty();
        assertThat(transcript.lines()).hasSize(3);
    }
}
