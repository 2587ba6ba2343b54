package org.mailcontinuity.probe.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailcontinuity.contracts.sample.Fault.AUTH_FAILED;
import static org.mailcontinuity.contracts.sample.Fault.DISCONNECTED;
import static org.mailcontinuity.contracts.sample.Fault.GREETING_TIMEOUT;
import static org.mailcontinuity.contracts.sample.Fault.PROTOCOL_ERROR;
import static org.mailcontinuity.contracts.sample.Fault.REPLY_TIMEOUT;
import static org.mailcontinuity.contracts.sample.Fault.TLS_EXPIRED;
import static org.mailcontinuity.contracts.sample.Fault.TLS_UNAVAILABLE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;

class SmtpDialogueTest {
    private static final CertificateSeen CERTIFICATE =
            new CertificateSeen("CN=mx", "CN=ca", Instant.parse("2027-01-01T00:00:00Z"));
    private static final String[] GREETED = {"220 mx ESMTP"};
    private static final String[] PLAIN_EHLO = {"250-mx greets you", "250 SIZE 1000000"};
    private static final String[] TLS_EHLO = {"250-mx greets you", "250 STARTTLS"};
    private static final String[] AUTH_EHLO = {"250-mx", "250 AUTH PLAIN LOGIN"};

    /** A dialogue led by hand, which remembers what the probe said. */
    private static final class Led {
        private SmtpDialogue dialogue;
        private final List<String> said = new ArrayList<>();

        Led(DialoguePlan plan) {
            dialogue = SmtpDialogue.begin(plan);
        }

        Led hears(String... lines) {
            ReplyReader reader = new ReplyReader();
            ReplyReader.Progress progress = new ReplyReader.Progress.Unfinished();
            for (String line : lines) {
                progress = reader.accept(line);
            }
            return hears(new Heard.Replied(((ReplyReader.Progress.Complete) progress).reply()));
        }

        Led hears(Heard heard) {
            dialogue = dialogue.on(heard);
            if (dialogue.step() instanceof Step.Say(Command command)) {
                said.add(command.wire());
            }
            return this;
        }

        Ending ending() {
            return ((Step.Finish) dialogue.step()).ending();
        }
    }

    private static DialoguePlan plan(TlsUse tls, Reach reach) {
        return new DialoguePlan(
                DialoguePlan.Purpose.DELIVERY,
                "probe.example",
                tls,
                Optional.empty(),
                reach,
                "probe@probe.example",
                "user@example.com",
                reach == Reach.MESSAGE ? "Subject: test\r\n\r\nhello\r\n" : "");
    }

    private static DialoguePlan submission(TlsUse tls) {
        return new DialoguePlan(
                DialoguePlan.Purpose.SUBMISSION,
                "probe.example",
                tls,
                Optional.of(new Login("user", "secret")),
                Reach.MESSAGE,
                "user@example.com",
                "p-token@probe.example",
                "Subject: test\r\n\r\nhello\r\n");
    }

    private static Heard.Secured secured(Optional<Fault> defect) {
        return new Heard.Secured(CERTIFICATE, defect);
    }

    private static void assertEnded(Led led, Outcome outcome, Stage stage, Fault fault) {
        assertThat(led.ending().outcome()).isEqualTo(outcome);
        assertThat(led.ending().stage()).isEqualTo(stage);
        assertThat(led.ending().fault()).contains(fault);
    }

    @Test
    void stopsAfterRcptAtReachRecipient() {
        Led led = new Led(plan(TlsUse.NONE, Reach.RECIPIENT))
                .hears(GREETED)
                .hears(PLAIN_EHLO)
                .hears("250 2.1.0 Ok")
                .hears("250 2.1.5 Ok");
        assertThat(led.said)
                .containsExactly("EHLO probe.example", "MAIL FROM:<probe@probe.example>", "RCPT TO:<user@example.com>");
        assertThat(led.ending().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(led.ending().stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(led.ending().mayQuit()).isTrue();
    }

    @Test
    void handsTheMessageOverAtReachMessageAndAnnouncesItsSizeWhereWanted() { // RFC 1870
        Led led = new Led(plan(TlsUse.NONE, Reach.MESSAGE))
                .hears(GREETED)
                .hears(PLAIN_EHLO)
                .hears("250 Ok")
                .hears("251 will forward")
                .hears("354 go on")
                .hears("250 2.0.0 queued as 1");
        assertThat(led.said)
                .containsExactly(
                        "EHLO probe.example",
                        "MAIL FROM:<probe@probe.example> SIZE=24",
                        "RCPT TO:<user@example.com>",
                        "DATA",
                        "Subject: test\r\n\r\nhello\r\n.");
        assertThat(led.ending().stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(led.ending().reply())
                .hasValueSatisfying(reply -> assertThat(reply.text()).isEqualTo("queued as 1"));
    }

    @Test
    void introducesItselfAnewUnderTlsAndForgetsWhatWasOffered() { // RFC 3207, 4.2
        Led led = new Led(plan(TlsUse.REQUIRED, Reach.RECIPIENT))
                .hears(GREETED)
                .hears("250-mx", "250-SIZE 100", "250 STARTTLS")
                .hears("220 go ahead")
                .hears(secured(Optional.empty()))
                .hears("250 mx")
                .hears("250 Ok")
                .hears("250 Ok");
        assertThat(led.said)
                .containsExactly(
                        "EHLO probe.example",
                        "STARTTLS",
                        "EHLO probe.example",
                        "MAIL FROM:<probe@probe.example>",
                        "RCPT TO:<user@example.com>");
        assertThat(led.ending().certificate()).contains(CERTIFICATE);
        assertThat(led.ending().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void endsWhereRequiredTlsIsNotOffered() {
        Led led = new Led(plan(TlsUse.REQUIRED, Reach.RECIPIENT)).hears(GREETED).hears(PLAIN_EHLO);
        assertEnded(led, Outcome.FAILURE, Stage.STARTTLS, TLS_UNAVAILABLE);
        assertThat(led.ending().mayQuit()).isTrue();
    }

    @Test
    void goesOnAndReportsWhereOpportunisticTlsIsNotOffered() {
        Led led = new Led(plan(TlsUse.OPPORTUNISTIC, Reach.RECIPIENT))
                .hears(GREETED)
                .hears(PLAIN_EHLO)
                .hears("250 Ok")
                .hears("250 Ok");
        assertEnded(led, Outcome.IMPAIRED, Stage.STARTTLS, TLS_UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED, FAILURE", "OPPORTUNISTIC, IMPAIRED"})
    void takesARefusedStartTlsAsThePolicySays(TlsUse tls, Outcome outcome) { // RFC 3207, 4: 454
        Led led = new Led(plan(tls, Reach.RECIPIENT))
                .hears(GREETED)
                .hears(TLS_EHLO)
                .hears("454 4.7.0 TLS not available due to temporary reason");
        if (tls == TlsUse.OPPORTUNISTIC) {
            led.hears("250 Ok").hears("250 Ok");
        }
        assertEnded(led, outcome, Stage.STARTTLS, TLS_UNAVAILABLE);
        assertThat(led.ending().reply().orElseThrow().code()).isEqualTo(454);
    }

    @Test
    void endsAtABadCertificateWhereTlsIsRequired() {
        Led led = new Led(plan(TlsUse.REQUIRED, Reach.RECIPIENT))
                .hears(GREETED)
                .hears(TLS_EHLO)
                .hears("220 go ahead")
                .hears(secured(Optional.of(TLS_EXPIRED)));
        assertEnded(led, Outcome.FAILURE, Stage.TLS, TLS_EXPIRED);
        assertThat(led.ending().certificate()).contains(CERTIFICATE);
    }

    @Test
    void goesOnWithABadCertificateWhereTlsIsOpportunistic() {
        Led led = new Led(plan(TlsUse.OPPORTUNISTIC, Reach.RECIPIENT))
                .hears(GREETED)
                .hears(TLS_EHLO)
                .hears("220 go ahead")
                .hears(secured(Optional.of(TLS_EXPIRED)))
                .hears(PLAIN_EHLO)
                .hears("250 Ok")
                .hears("250 Ok");
        assertEnded(led, Outcome.IMPAIRED, Stage.TLS, TLS_EXPIRED);
    }

    @Test
    void letsARefusalOutweighADefect() {
        Led led = new Led(plan(TlsUse.OPPORTUNISTIC, Reach.RECIPIENT))
                .hears(GREETED)
                .hears(PLAIN_EHLO)
                .hears("451 4.3.0 later");
        assertEnded(led, Outcome.FAILURE, Stage.MAIL, Fault.TEMPFAIL);
    }

    @Test
    void beginsWithTlsWhereItIsImplicit() { // RFC 8314, 3.3
        Led led = new Led(submission(TlsUse.IMPLICIT)).hears(secured(Optional.empty()));
        assertThat(led.dialogue.step()).isEqualTo(new Step.AwaitGreeting());
        led.hears(GREETED).hears(AUTH_EHLO);
        assertThat(led.said).containsExactly("EHLO probe.example", "AUTH PLAIN AHVzZXIAc2VjcmV0");
    }

    @Test
    void logsInByPlainBeforeMail() { // RFC 4954, RFC 4616
        Led led =
                new Led(submission(TlsUse.NONE)).hears(GREETED).hears(AUTH_EHLO).hears("235 2.7.0 welcome");
        assertThat(led.said)
                .containsExactly("EHLO probe.example", "AUTH PLAIN AHVzZXIAc2VjcmV0", "MAIL FROM:<user@example.com>");
    }

    @Test
    void logsInByLoginWherePlainIsNotOffered() {
        Led led = new Led(submission(TlsUse.NONE))
                .hears(GREETED)
                .hears("250-mx", "250 AUTH=LOGIN")
                .hears("334 VXNlcm5hbWU6")
                .hears("334 UGFzc3dvcmQ6")
                .hears("235 2.7.0 welcome");
        assertThat(led.said)
                .containsExactly(
                        "EHLO probe.example", "AUTH LOGIN", "dXNlcg==", "c2VjcmV0", "MAIL FROM:<user@example.com>");
    }

    @ParameterizedTest
    @CsvSource({"535 5.7.8 bad, AUTH_FAILED", "534 5.7.9 weak, AUTH_FAILED", "454 4.7.0 later, TEMPFAIL"})
    void tellsAFailedLoginFromAPostponedOne(String reply, Fault fault) { // RFC 4954, 6
        Led led =
                new Led(submission(TlsUse.NONE)).hears(GREETED).hears(AUTH_EHLO).hears(reply);
        assertEnded(led, Outcome.FAILURE, Stage.AUTH, fault);
    }

    @Test
    void failsToLogInWhereNoKnownMechanismIsOffered() {
        Led led = new Led(submission(TlsUse.NONE)).hears(GREETED).hears("250-mx", "250 AUTH CRAM-MD5");
        assertEnded(led, Outcome.FAILURE, Stage.AUTH, AUTH_FAILED);
    }

    @ParameterizedTest
    @CsvSource({"500 what", "502 5.5.1 not implemented"})
    void asksByHeloWhereEhloIsUnknown(String reply) { // RFC 5321, 3.2
        Led led = new Led(plan(TlsUse.NONE, Reach.RECIPIENT)).hears(GREETED).hears(reply);
        assertThat(led.said).containsExactly("EHLO probe.example", "HELO probe.example");
        led.hears("250 mx").hears("250 Ok").hears("250 Ok");
        assertThat(led.ending().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void takesLeaveAfterTheGreetingWhereThatIsAll() {
        Led led = new Led(DialoguePlan.greetingOnly("probe.example")).hears(GREETED);
        assertThat(led.said).isEmpty();
        assertThat(led.ending().stage()).isEqualTo(Stage.GREETING);
    }

    @Test
    void tellsSilenceBeforeTheGreetingFromSilenceAfterIt() {
        Led before = new Led(plan(TlsUse.NONE, Reach.RECIPIENT)).hears(new Heard.TimedOut());
        assertEnded(before, Outcome.FAILURE, Stage.GREETING, GREETING_TIMEOUT);
        Led after = new Led(plan(TlsUse.NONE, Reach.RECIPIENT)).hears(GREETED).hears(new Heard.TimedOut());
        assertEnded(after, Outcome.FAILURE, Stage.EHLO, REPLY_TIMEOUT);
        assertThat(after.ending().mayQuit()).isTrue();
    }

    @Test
    void endsWhereTheConnectionBreaks() {
        Led led = new Led(plan(TlsUse.NONE, Reach.RECIPIENT)).hears(GREETED).hears(new Heard.Disconnected());
        assertEnded(led, Outcome.FAILURE, Stage.EHLO, DISCONNECTED);
        assertThat(led.ending().mayQuit()).isFalse();
    }

    @Test
    void endsWhereTheServerDoesNotSpeakSmtp() {
        Led led = new Led(plan(TlsUse.NONE, Reach.RECIPIENT)).hears(new Heard.Malformed("HTTP/1.1 400"));
        assertEnded(led, Outcome.FAILURE, Stage.GREETING, PROTOCOL_ERROR);
    }

    @Test
    void takesAGoodReplyOfTheWrongKindForAProtocolError() {
        Led led = new Led(plan(TlsUse.NONE, Reach.MESSAGE))
                .hears(GREETED)
                .hears(PLAIN_EHLO)
                .hears("250 Ok")
                .hears("250 Ok")
                .hears("250 Ok, but 354 was due");
        assertEnded(led, Outcome.FAILURE, Stage.DATA, PROTOCOL_ERROR);
    }

    @Test
    void doesNotTalkToAServerThatSaysItCloses() { // RFC 5321, 3.8: 421
        Led led = new Led(plan(TlsUse.NONE, Reach.RECIPIENT)).hears("421 4.3.2 closing");
        assertEnded(led, Outcome.FAILURE, Stage.GREETING, Fault.TEMPFAIL);
        assertThat(led.ending().mayQuit()).isFalse();
    }

    @Test
    void endsWhereTlsCannotBeAgreedOn() {
        Led led = new Led(plan(TlsUse.OPPORTUNISTIC, Reach.RECIPIENT))
                .hears(GREETED)
                .hears(TLS_EHLO)
                .hears("220 go ahead")
                .hears(new Heard.HandshakeFailed("no common cipher"));
        assertEnded(led, Outcome.FAILURE, Stage.TLS, TLS_UNAVAILABLE);
        assertThat(led.ending().mayQuit()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void namesTheStageOfARefusal(Stage stage) {
        Led led = new Led(plan(TlsUse.NONE, Reach.MESSAGE));
        List<String[]> good =
                List.of(GREETED, PLAIN_EHLO, new String[] {"250 Ok"}, new String[] {"250 Ok"}, new String[] {"354 go"});
        List<Stage> order = List.of(Stage.GREETING, Stage.EHLO, Stage.MAIL, Stage.RCPT, Stage.DATA);
        int at = order.indexOf(stage);
        if (at < 0) {
            return;
        }
        good.subList(0, at).forEach(led::hears);
        led.hears("550 5.1.1 no");
        assertEnded(led, Outcome.FAILURE, stage, Fault.REJECTED);
    }

    @Test
    void hearsNothingAfterItsEnd() {
        Led led = new Led(DialoguePlan.greetingOnly("probe.example")).hears(GREETED);
        assertThatThrownBy(() -> led.hears(GREETED)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> led.hears(new Heard.TimedOut())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAddressesThatWouldBecomeCommands() {
        assertThatThrownBy(() -> new DialoguePlan(
                        DialoguePlan.Purpose.DELIVERY,
                        "probe.example",
                        TlsUse.NONE,
                        Optional.empty(),
                        Reach.RECIPIENT,
                        "probe@probe.example",
                        "a@b>\r\nDATA",
                        ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipient");
    }

    @Test
    void stuffsDotsSoThatNoLineEndsTheMessage() { // RFC 5321, 4.5.2
        assertThat(new Command.Content(".a\r\n.\r\nb\r\n").wire()).isEqualTo("..a\r\n..\r\nb\r\n.");
    }

    @Test
    void showsNoSecret() {
        Login login = new Login("user", "secret");
        assertThat(login.toString()).doesNotContain("secret");
        assertThat(new Command.AuthPlain(login).shown()).isEqualTo("AUTH PLAIN ***");
        assertThat(new Command.AuthPassword(login).shown()).isEqualTo("***");
        assertThat(new Command.AuthPlain(login).toString()).doesNotContain("secret");
    }
}
