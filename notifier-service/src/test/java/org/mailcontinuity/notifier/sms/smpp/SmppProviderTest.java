package org.mailcontinuity.notifier.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.credential.TrustedCertificates;
import org.mailcontinuity.notifier.sms.Gsm7;
import org.mailcontinuity.notifier.sms.Sms;
import org.mailcontinuity.notifier.sms.SmsHeard;
import org.mailcontinuity.notifier.sms.SmsText;
import org.mailcontinuity.notifier.sms.Submissions;
import org.mailcontinuity.testbed.smpp.CentreAnswer;
import org.mailcontinuity.testbed.smpp.CentreMessage;
import org.mailcontinuity.testbed.smpp.ScriptedMessageCentre;
import org.mailcontinuity.testbed.tls.Pem;
import org.mailcontinuity.testbed.tls.ServerCertificate;
import org.mailcontinuity.testbed.tls.TestCertificates;

class SmppProviderTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String LONG = "Umlaute äöü und ein € ".repeat(10);

    @TempDir
    Path directory;

    private final ScriptedMessageCentre centre = ScriptedMessageCentre.start(Centres.PASSWORD);

    @SuppressWarnings("NullAway.Init") // made before each test
    private Centres centres;

    @BeforeEach
    void open() {
        centres = new Centres(directory);
    }

    @AfterEach
    void close() {
        centres.close();
        centre.close();
    }

    @Test
    void handsOverAShortTextAsItIs() {
        Sms sms = sms("Grüße {€}");
        Attempt.Answer answer = centres.provider(centre).send(sms);
        CentreMessage taken = centre.messages().getFirst();
        assertThat(answer)
                .isEqualTo(new Attempt.Accepted(
                        "taken as " + taken.id(), false, Optional.of(sms.id().toString())));
        assertThat(Gsm7.decode(taken.octets())).isEqualTo("Grüße {€}");
        assertThat(taken)
                .extracting(
                        CentreMessage::from,
                        CentreMessage::fromTon,
                        CentreMessage::to,
                        CentreMessage::dataCoding,
                        CentreMessage::esmClass,
                        CentreMessage::registeredDelivery,
                        CentreMessage::validity,
                        CentreMessage::reference)
                .containsExactly("Continuity", 5, "436641234567", 0, 0, 1, "000001020000000R", sms.messageReference());
    }

    @Test
    void handsOverALongTextInSegmentsThatAPhonePutsTogether() {
        Sms sms = sms(LONG);
        centres.provider(centre).send(sms);
        List<CentreMessage> taken = centre.messages();
        assertThat(taken).hasSize(2).allSatisfy(segment -> {
            assertThat(segment.esmClass()).isEqualTo(0x40);
            assertThat(segment.octets()).startsWith(5, 0, 3, sms.segmentReference(), 2);
        });
        assertThat(Gsm7.decode(tail(taken.getFirst())) + Gsm7.decode(tail(taken.getLast())))
                .isEqualTo(LONG);
    }

    @Test
    void handsOverWhatIsNotInTheAlphabetAsUcs2() {
        centres.provider(centre).send(sms("почта 😀"));
        CentreMessage taken = centre.messages().getFirst();
        assertThat(taken.dataCoding()).isEqualTo(8);
        assertThat(new String(taken.octets(), StandardCharsets.UTF_16BE)).isEqualTo("почта 😀");
    }

    @Test
    void goesOnWhereItStoppedWhenASegmentIsPutOff() {
        SmppProvider provider = centres.provider(centre);
        centre.answerNext(new CentreAnswer.Take(), new CentreAnswer.Refuse(0x08));
        Sms sms = sms(LONG);
        assertThat(provider.send(sms).reply()).isEqualTo("segment 2 of 2: 0x00000008 system error");
        assertThat(provider.send(sms)).isInstanceOf(Attempt.Accepted.class);
        assertThat(centre.messages()).hasSize(2);
        assertThat(centres.submissions.all())
                .extracting(Submissions.Submission::segment)
                .containsExactly(0, 1);
    }

    @Test
    void throttlingCentreIsLeftAloneForAWhile() {
        SmppProvider provider = centres.provider(centre);
        centre.answerNext(new CentreAnswer.Refuse(0x58));
        assertThat(provider.send(sms("a")))
                .isEqualTo(new Attempt.PutOff("0x00000058 throttled", Optional.of(Duration.ofSeconds(1))));
        assertThat(provider.send(sms("b")).reply()).contains("left alone");
        assertThat(centre.asked()).isEqualTo(1);
        await().atMost(SOON).until(() -> provider.send(sms("c")) instanceof Attempt.Accepted);
    }

    @Test
    void noMoreWaitForAnAnswerThanTheWindowHolds() {
        SmppProvider provider = centres.provider(Centres.settings("first", centre.port(), 3, false));
        centre.answer(new CentreAnswer.Silence());
        List<CompletableFuture<Attempt.Answer>> answers = sendAtOnce(provider, 8);
        await().atMost(SOON).until(() -> centre.asked() == 3);
        answers.forEach(answer -> assertThat(answer.join()).isInstanceOf(Attempt.PutOff.class));
        assertThat(centre.asked()).isLessThanOrEqualTo(6);
    }

    @Test
    void lineLostInTheMiddleOfAWindowIsToldAtOnceAndMadeAnew() {
        SmppProvider provider = centres.provider(centre);
        provider.send(sms("first"));
        centre.answer(new CentreAnswer.Silence());
        List<CompletableFuture<Attempt.Answer>> answers = sendAtOnce(provider, 5);
        await().atMost(SOON).until(() -> centre.asked() == 6);
        long cut = System.nanoTime();
        centre.cut();
        answers.forEach(answer -> assertThat(answer.join().reply()).contains("may have been taken"));
        assertThat(Duration.ofNanos(System.nanoTime() - cut)).isLessThan(Centres.TIMEOUT);
        centre.answer(new CentreAnswer.Take());
        await().atMost(SOON).until(() -> provider.send(sms("again")) instanceof Attempt.Accepted);
    }

    @Test
    void centreThatEndsTheSessionIsBoundToAgain() {
        SmppProvider provider = centres.provider(centre);
        provider.send(sms("first"));
        centre.unbind();
        await().atMost(SOON).until(() -> provider.send(sms("again")) instanceof Attempt.Accepted);
    }

    @Test
    void refusedBindIsSaidAndTriedAgain() {
        centre.bindable(false);
        SmppProvider provider = centres.provider(centre);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(provider.send(sms("a")).reply()).isEqualTo("bind refused: 0x0000000D bind failed"));
        centre.bindable(true);
        await().atMost(SOON).until(() -> provider.send(sms("a")) instanceof Attempt.Accepted);
    }

    @Test
    void hearsReceiptsAndTextsOnABindOfItsOwn() {
        SmppProvider provider = centres.provider(Centres.settings("first", centre.port(), 3, true));
        await().atMost(SOON).until(() -> provider.up() && centre.binds() == 2);
        provider.send(sms("a"));
        CentreMessage taken = centre.messages().getFirst();
        centre.report(taken, taken.id(), "DELIVRD", Optional.of(2));
        centre.text("436641234567", "Continuity", "ACK 4711");
        await().atMost(SOON).until(() -> centres.heard.size() == 2);
        assertThat(centres.heard.getFirst()).isInstanceOfSatisfying(SmsHeard.Report.class, report -> {
            assertThat(report.carrierId()).isEqualTo(taken.id());
            assertThat(report.fate()).isEqualTo(SmsHeard.Fate.ARRIVED);
            assertThat(report.number()).contains("436641234567");
        });
        assertThat(centres.heard.getLast())
                .isEqualTo(new SmsHeard.Text("first", "436641234567", "Continuity", "ACK 4711"));
    }

    @Test
    void speaksTlsWithACentreWhoseCertificateIsTrustedAndOfItsName() throws IOException {
        TestCertificates authority = TestCertificates.create();
        Path trusted = directory.resolve("ca.pem");
        Files.writeString(trusted, Pem.certificate(authority.authority()));
        Optional<SSLContext> tls = Optional.of(TrustedCertificates.read(trusted).context());
        try (ScriptedMessageCentre secured =
                ScriptedMessageCentre.start(Centres.PASSWORD, authority.good("127.0.0.1"))) {
            SmppProvider provider = centres.provider(Centres.settings("tls", secured.port(), tls));
            assertThat(provider.send(sms("secret"))).isInstanceOf(Attempt.Accepted.class);
            assertThat(secured.messages()).hasSize(1);
        }
        for (ServerCertificate bad :
                List.of(authority.expired("127.0.0.1"), authority.wrongName(), authority.untrusted("127.0.0.1"))) {
            try (ScriptedMessageCentre secured = ScriptedMessageCentre.start(Centres.PASSWORD, bad)) {
                SmppProvider provider = centres.provider(Centres.settings("tls", secured.port(), tls));
                assertThat(provider.send(sms("secret"))).isInstanceOf(Attempt.PutOff.class);
                assertThat(secured.messages()).isEmpty();
            }
        }
    }

    private static List<CompletableFuture<Attempt.Answer>> sendAtOnce(SmppProvider provider, int count) {
        List<CompletableFuture<Attempt.Answer>> answers = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(number -> answers.add(CompletableFuture.supplyAsync(
                        () -> provider.send(sms("text " + number)), Executors.newVirtualThreadPerTaskExecutor())));
        return answers;
    }

    private static byte[] tail(CentreMessage segment) {
        return java.util.Arrays.copyOfRange(segment.octets(), 6, segment.octets().length);
    }

    private static Sms sms(String text) {
        return new Sms(UUID.randomUUID(), "436641234567", SmsText.of(text));
    }
}
