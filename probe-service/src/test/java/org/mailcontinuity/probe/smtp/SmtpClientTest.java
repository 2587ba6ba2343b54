package org.mailcontinuity.probe.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.testbed.FreePort;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpAction;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpSession;
import org.mailcontinuity.testbed.smtp.SmtpStage;
import org.mailcontinuity.testbed.tls.ServerCertificate;
import org.mailcontinuity.testbed.tls.TestCertificates;

class SmtpClientTest {
    private static final String HOST = "mx.example.test";
    private static final TestCertificates CERTIFICATES = TestCertificates.create();
    private static final StageLimits SHORT = new StageLimits(
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(500));
    private static final SmtpClient CLIENT = new SmtpClient(
            Tls.trusting(List.of(CERTIFICATES.authority())), SHORT, SourceAddresses.ANY, InstantSource.system());

    private ScriptedSmtpServer server = ScriptedSmtpServer.start(SmtpScript.accepting());
    private final Transcript transcript = Transcript.recording();

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    private static DialoguePlan plan(TlsUse tls, Reach reach) {
        return new DialoguePlan(
                DialoguePlan.Purpose.DELIVERY,
                "probe.example",
                tls,
                Optional.empty(),
                reach,
                "probe@probe.example",
                "user@example.test",
                reach == Reach.MESSAGE ? "Subject: test\r\n\r\n.dot\r\n" : "");
    }

    private static DialoguePlan submission(TlsUse tls, String password) {
        return new DialoguePlan(
                DialoguePlan.Purpose.SUBMISSION,
                "probe.example",
                tls,
                Optional.of(new Login("user", password)),
                Reach.MESSAGE,
                "user@example.test",
                "p-x@probe.example",
                "Subject: test\r\n\r\nhello\r\n");
    }

    private Ending converse(DialoguePlan plan) {
        return converse(plan, Duration.ofSeconds(5));
    }

    private Ending converse(DialoguePlan plan, Duration total) {
        SmtpTarget target = new SmtpTarget(HOST, server.port(), List.of(InetAddress.getLoopbackAddress()));
        return CLIENT.converse(target, plan, Deadline.in(total), transcript).ending();
    }

    private SmtpSession onlySession() {
        await().until(() -> server.sessions().stream().allMatch(SmtpSession::ended));
        return server.sessions().getLast();
    }

    private static void assertFailed(Ending ending, Stage stage, Fault fault) {
        assertThat(ending.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(ending.stage()).isEqualTo(stage);
        assertThat(ending.fault()).contains(fault);
    }

    @Test
    void getsThroughAndTakesLeave() {
        assertThat(converse(plan(TlsUse.NONE, Reach.RECIPIENT)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(onlySession().quit()).isTrue();
        assertThat(onlySession().messages()).isEmpty();
    }

    @Test
    void handsOverTheMessageUnchanged() {
        assertThat(converse(plan(TlsUse.NONE, Reach.MESSAGE)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(onlySession().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content()).isEqualTo("Subject: test\r\n\r\n.dot\r\n"));
    }

    @Test
    void secures() {
        ServerCertificate good = CERTIFICATES.good(HOST);
        server.follow(SmtpScript.accepting().withStartTls(good.serverContext()));
        Ending ending = converse(plan(TlsUse.REQUIRED, Reach.MESSAGE));
        assertThat(ending.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(ending.certificate()).hasValueSatisfying(seen -> {
            assertThat(seen.subject()).isEqualTo("CN=" + HOST);
            assertThat(seen.notAfter()).isAfter(Instant.now());
        });
        assertThat(onlySession().secured()).isTrue();
        assertThat(onlySession().quit()).isTrue();
    }

    @Test
    void tellsWhatIsWrongWithACertificate() {
        assertCertificate(CERTIFICATES.expired(HOST), Fault.TLS_EXPIRED);
        assertCertificate(CERTIFICATES.untrusted(HOST), Fault.TLS_UNTRUSTED);
        assertCertificate(CERTIFICATES.wrongName(), Fault.TLS_NAME_MISMATCH);
        Instant now = Instant.now();
        assertCertificate(
                CERTIFICATES.issue(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), HOST),
                Fault.TLS_UNTRUSTED);
    }

    private void assertCertificate(ServerCertificate certificate, Fault fault) {
        server.follow(SmtpScript.accepting().withStartTls(certificate.serverContext()));
        assertFailed(converse(plan(TlsUse.REQUIRED, Reach.RECIPIENT)), Stage.TLS, fault);
        assertThat(onlySession().quit()).as("takes leave all the same").isTrue();
        Ending lenient = converse(plan(TlsUse.OPPORTUNISTIC, Reach.RECIPIENT));
        assertThat(lenient.outcome()).isEqualTo(Outcome.IMPAIRED);
        assertThat(lenient.stage()).isEqualTo(Stage.TLS);
        assertThat(lenient.fault()).contains(fault);
        assertThat(lenient.certificate()).isPresent();
    }

    @Test
    void fallsBackToClearTextWhereTlsFailsAltogether() {
        server.follow(SmtpScript.accepting()
                .withStartTls(CERTIFICATES.good(HOST).serverContext())
                .on(SmtpStage.STARTTLS, new SmtpAction.Raw("220 go\r\n")));
        Ending ending = converse(plan(TlsUse.OPPORTUNISTIC, Reach.RECIPIENT));
        assertThat(ending.outcome()).isEqualTo(Outcome.IMPAIRED);
        assertThat(ending.stage()).isEqualTo(Stage.TLS);
        assertThat(server.sessions()).hasSize(2);
    }

    @Test
    void refusesClearTextSentAheadOfTls() {
        server.follow(SmtpScript.accepting()
                .withStartTls(CERTIFICATES.good(HOST).serverContext())
                .on(SmtpStage.STARTTLS, new SmtpAction.Raw("220 go\r\n250 injected\r\n")));
        assertFailed(converse(plan(TlsUse.REQUIRED, Reach.RECIPIENT)), Stage.TLS, Fault.PROTOCOL_ERROR);
    }

    @Test
    void logsIn() {
        server.follow(SmtpScript.accepting()
                .withImplicitTls(CERTIFICATES.good(HOST).serverContext())
                .withAccount("user", "secret"));
        assertThat(converse(submission(TlsUse.IMPLICIT, "secret")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(transcript.lines()).noneMatch(line -> line.contains("AHVzZXIAc2VjcmV0"));
        assertFailed(converse(submission(TlsUse.IMPLICIT, "wrong")), Stage.AUTH, Fault.AUTH_FAILED);
    }

    @Test
    void givesNoPasswordToAServerItDoesNotTrust() {
        server.follow(SmtpScript.accepting()
                .withStartTls(CERTIFICATES.untrusted(HOST).serverContext())
                .withAccount("user", "secret"));
        assertFailed(converse(submission(TlsUse.REQUIRED, "secret")), Stage.TLS, Fault.TLS_UNTRUSTED);
        assertThat(onlySession().commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, GREETING, GREETING_TIMEOUT",
        "EHLO, EHLO, REPLY_TIMEOUT",
        "MAIL, MAIL, REPLY_TIMEOUT",
        "RCPT, RCPT, REPLY_TIMEOUT",
        "DATA, DATA, REPLY_TIMEOUT",
        "CONTENT, DATA, REPLY_TIMEOUT"
    })
    void tellsWhereAServerFellSilent(SmtpStage silent, Stage stage, Fault fault) {
        server.follow(SmtpScript.accepting().stall(silent));
        assertFailed(converse(plan(TlsUse.NONE, Reach.MESSAGE)), stage, fault);
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "CONTENT"})
    void tellsWhereAServerHungUp(SmtpStage dropped) {
        server.follow(SmtpScript.accepting().drop(dropped));
        Stage stage = dropped == SmtpStage.CONTENT ? Stage.DATA : Stage.valueOf(dropped.name());
        assertFailed(converse(plan(TlsUse.NONE, Reach.MESSAGE)), stage, Fault.DISCONNECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT|550 5.1.1 no such user|RCPT|REJECTED",
                "MAIL|451 4.3.0 later|MAIL|TEMPFAIL",
                "CONTENT|552 5.2.2 full|DATA|MAILBOX_FULL",
                "GREETING|554 5.3.2 not now|GREETING|REJECTED"
            })
    void endsAtARefusalAndTakesLeave(SmtpStage refused, String reply, Stage stage, Fault fault) {
        server.follow(SmtpScript.accepting().answer(refused, reply));
        assertFailed(converse(plan(TlsUse.NONE, Reach.MESSAGE)), stage, fault);
        assertThat(onlySession().quit()).isTrue();
    }

    @Test
    void isNotHeldByAServerThatDrips() {
        server.follow(SmtpScript.accepting()
                .drip(SmtpStage.GREETING, "220 " + "very ".repeat(100) + "slow", Duration.ofMillis(50)));
        long begun = System.nanoTime();
        assertFailed(converse(plan(TlsUse.NONE, Reach.RECIPIENT)), Stage.GREETING, Fault.GREETING_TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void endsByItsDeadlineWhateverTheStagesMayTake() {
        server.follow(SmtpScript.accepting()
                .late(SmtpStage.GREETING, Duration.ofMillis(300), "220 a")
                .late(SmtpStage.EHLO, Duration.ofMillis(300), "250 b")
                .late(SmtpStage.MAIL, Duration.ofMillis(300), "250 c"));
        long begun = System.nanoTime();
        assertFailed(
                converse(plan(TlsUse.NONE, Reach.RECIPIENT), Duration.ofMillis(700)), Stage.MAIL, Fault.REPLY_TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void endsByItsDeadlineInTheMiddleOfAHandshake() {
        server.follow(SmtpScript.accepting()
                .withStartTls(CERTIFICATES.good(HOST).serverContext())
                .on(SmtpStage.STARTTLS, new SmtpAction.Drip("220 go", Duration.ofMillis(1))));
        Ending ending = converse(plan(TlsUse.REQUIRED, Reach.RECIPIENT), Duration.ofSeconds(3));
        assertThat(ending.stage()).isIn(Stage.ACCEPTED, Stage.TLS);
    }

    @Test
    void isNotFilledByAnEndlessLine() {
        server.follow(SmtpScript.accepting().on(SmtpStage.GREETING, new SmtpAction.Flood((byte) '2')));
        assertFailed(converse(plan(TlsUse.NONE, Reach.RECIPIENT)), Stage.GREETING, Fault.PROTOCOL_ERROR);
    }

    @ParameterizedTest
    @CsvSource({"0", "10"})
    void isNotConfusedByBytesThatAreNoText(int filler) {
        server.follow(SmtpScript.accepting().on(SmtpStage.EHLO, new SmtpAction.Flood((byte) filler)));
        assertFailed(converse(plan(TlsUse.NONE, Reach.RECIPIENT)), Stage.EHLO, Fault.PROTOCOL_ERROR);
    }

    @Test
    void knowsAServerOfAnotherProtocol() {
        server.follow(
                SmtpScript.accepting().on(SmtpStage.GREETING, new SmtpAction.Raw("HTTP/1.1 400 Bad Request\r\n\r\n")));
        assertFailed(converse(plan(TlsUse.NONE, Reach.RECIPIENT)), Stage.GREETING, Fault.PROTOCOL_ERROR);
    }

    @Test
    void escapesWhatAServerSays() {
        server.follow(SmtpScript.accepting().answer(SmtpStage.RCPT, "550 5.1.1 \u0000\u001b[2J"));
        Ending ending = converse(plan(TlsUse.NONE, Reach.RECIPIENT));
        assertThat(ending.reply())
                .hasValueSatisfying(reply -> assertThat(reply.text()).isEqualTo("\\x00\\x1b[2J"));
        assertThat(transcript.lines()).contains("S: 550 5.1.1 \\x00\\x1b[2J");
    }

    @Test
    void tellsARefusedConnection() {
        int free = FreePort.find();
        SmtpTarget nobody = new SmtpTarget(HOST, free, List.of(InetAddress.getLoopbackAddress()));
        Conversation conversation = CLIENT.converse(
                nobody, plan(TlsUse.NONE, Reach.RECIPIENT), Deadline.in(Duration.ofSeconds(2)), transcript);
        assertFailed(conversation.ending(), Stage.CONNECT, Fault.CONNECT_REFUSED);
        assertThat(conversation.timings()).containsKey(Stage.CONNECT);
    }

    @Test
    void triesTheNextAddress() {
        SmtpTarget target = new SmtpTarget(
                HOST, server.port(), List.of(InetAddress.ofLiteral("127.0.0.77"), InetAddress.getLoopbackAddress()));
        Conversation conversation = CLIENT.converse(
                target, plan(TlsUse.NONE, Reach.RECIPIENT), Deadline.in(Duration.ofSeconds(2)), transcript);
        assertThat(conversation.ending().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void measuresEachStage() {
        server.follow(SmtpScript.accepting().late(SmtpStage.EHLO, Duration.ofMillis(200), "250 slow"));
        SmtpTarget target = new SmtpTarget(HOST, server.port(), List.of(InetAddress.getLoopbackAddress()));
        Conversation conversation = CLIENT.converse(
                target, plan(TlsUse.NONE, Reach.RECIPIENT), Deadline.in(Duration.ofSeconds(2)), transcript);
        assertThat(conversation.timings())
                .containsOnlyKeys(Stage.CONNECT, Stage.GREETING, Stage.EHLO, Stage.MAIL, Stage.RCPT);
        assertThat(conversation.timings().get(Stage.EHLO)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        assertThat(conversation.total())
                .isGreaterThanOrEqualTo(conversation.timings().get(Stage.EHLO));
    }
}
