package org.mailcontinuity.notifier.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.dkim.DkimSigner;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpMessage;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;
import org.mailcontinuity.testbed.tls.Pem;
import org.mailcontinuity.testbed.tls.ServerCertificate;
import org.mailcontinuity.testbed.tls.TestCertificates;

class EmailChannelTest implements ChannelContract {
    private static final TestCertificates AUTHORITY = TestCertificates.create();
    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: <([^@]+)@continuity\\.example>");

    @TempDir
    Path directory;

    private final ScriptedSmtpServer first = ScriptedSmtpServer.start(SmtpScript.accepting());
    private final ScriptedSmtpServer second = ScriptedSmtpServer.start(SmtpScript.accepting());

    @BeforeEach
    void credential() throws IOException {
        Path relay = Files.createDirectories(directory.resolve("relay"));
        Files.writeString(relay.resolve("username"), "continuity\n");
        Files.writeString(relay.resolve("password"), "correct horse\n");
        Files.writeString(directory.resolve("ca.pem"), Pem.certificate(AUTHORITY.authority()));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Override
    public Channel channel() {
        return through(plain(first), plain(second));
    }

    @Override
    public Address address() {
        return new Address("EMAIL", "ada@people.test", Optional.empty());
    }

    @Override
    public Address impossibleAddress() {
        return new Address("EMAIL", "ada@people.test>\r\nRCPT TO:<x@y.z", Optional.empty());
    }

    @Override
    public void peerAccepts() {
        both(SmtpScript.accepting());
    }

    @Override
    public void peerPutsOff(String words) {
        String line = "451 4.3.0 " + words.substring(0, Math.min(words.length(), 900));
        both(SmtpScript.accepting().answer(SmtpStage.RCPT, line));
    }

    /** SMTP has no word for it. */
    @Override
    public Optional<Duration> peerAsksToWait() {
        return Optional.empty();
    }

    @Override
    public void peerTakesAndCuts() {
        both(SmtpScript.accepting().dropAfter(SmtpStage.CONTENT));
    }

    @Override
    public void peerRefuses() {
        both(SmtpScript.accepting().answer(SmtpStage.RCPT, "550 5.1.1 no such user"));
    }

    @Override
    public void peerIsSilent() {
        both(SmtpScript.accepting().stall(SmtpStage.MAIL));
    }

    @Override
    public List<String> idsTaken() {
        return taken().stream()
                .map(message -> MESSAGE_ID.matcher(message.content()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void firstRelayThatAcceptsEndsIt() {
        List<Attempt> attempts = send(plain(first), plain(second));
        assertThat(attempts).hasSize(1);
        assertThat(second.sessions()).isEmpty();
        assertThat(first.messages()).singleElement().satisfies(message -> {
            assertThat(message.sender()).isEqualTo("alerts@continuity.example");
            assertThat(message.recipients()).containsExactly("ada@people.test");
            assertThat(message.content())
                    .contains("Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All")
                    .contains("multipart/alternative", "text/plain; charset=UTF-8", "text/html; charset=UTF-8")
                    .contains("after a dot");
        });
    }

    @Test
    void relayThatRefusesTheRecipientEndsIt() {
        first.follow(SmtpScript.accepting().answer(SmtpStage.RCPT, "550 5.1.1 no such user"));
        List<Attempt> attempts = send(plain(first), plain(second));
        assertThat(attempts)
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.answer()).isInstanceOf(Attempt.Refused.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "CONTENT"})
    void relayThatDropsTheLineIsFollowedByTheNext(SmtpStage stage) {
        first.follow(SmtpScript.accepting().drop(stage));
        assertThat(send(plain(first), plain(second)))
                .extracting(attempt -> attempt.answer().getClass().getSimpleName())
                .containsExactly("PutOff", "Accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL:550 5.7.1 sender rejected",
                "MAIL:530 5.7.0 authentication required",
                "RCPT:554 5.7.1 relay access denied",
                "RCPT:452 4.2.2 full",
                "CONTENT:554 5.6.0 content refused",
                "EHLO:502 5.5.1 what"
            })
    void relaysOwnRefusalIsFollowedByTheNext(String refusal) {
        String[] parts = refusal.split(":", 2);
        SmtpStage stage = SmtpStage.valueOf(parts[0]);
        first.follow(SmtpScript.accepting().answer(stage, parts[1]));
        if (stage == SmtpStage.EHLO) { // HELO takes its place: accepted all the same
            assertThat(send(plain(first), plain(second)).getLast().answer()).isInstanceOf(Attempt.Accepted.class);
            return;
        }
        List<Attempt> attempts = send(plain(first), plain(second));
        assertThat(attempts).hasSize(2);
        assertThat(attempts.getFirst().answer().reply()).contains(parts[1]);
        assertThat(attempts.getLast().answer()).isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void refusedByAllIsRefusedButPutOffByOneIsPutOff() {
        String refusal = "554 5.7.1 relay access denied";
        both(SmtpScript.accepting().answer(SmtpStage.RCPT, refusal));
        assertThat(send(plain(first), plain(second)).getLast().answer()).isInstanceOf(Attempt.Refused.class);
        first.follow(SmtpScript.accepting().drop(SmtpStage.GREETING));
        assertThat(send(plain(first), plain(second)).getLast().answer()).isInstanceOf(Attempt.PutOff.class);
    }

    @Test
    void dripplingRelayDoesNotHoldTheMessage() {
        first.follow(SmtpScript.accepting().drip(SmtpStage.MAIL, "250 ok and ok and ok", Duration.ofMillis(700)));
        List<Attempt> attempts = send(plain(first), plain(second));
        assertThat(attempts.getLast().answer()).isInstanceOf(Attempt.Accepted.class);
        assertThat(attempts.getFirst().took()).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void withoutARelayItIsPutOff() {
        assertThat(send())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.answer().reply()).contains("no email relay is configured"));
    }

    @Test
    void startTlsWithAuthentication() {
        first.follow(
                SmtpScript.accepting().withStartTls(good().serverContext()).withAccount("continuity", "correct horse"));
        assertThat(send(secured(first, Relay.Security.STARTTLS, "relay"))
                        .getLast()
                        .answer())
                .isInstanceOf(Attempt.Accepted.class);
        assertThat(first.sessions().getLast().secured()).isTrue();
    }

    @Test
    void tlsFromTheFirstByte() {
        first.follow(SmtpScript.accepting().withImplicitTls(good().serverContext()));
        assertThat(send(secured(first, Relay.Security.TLS, "")).getLast().answer())
                .isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void withoutStartTlsNothingIsSent() {
        Attempt attempt = send(secured(first, Relay.Security.STARTTLS, "relay")).getLast();
        assertThat(attempt.answer().reply()).contains("STARTTLS");
        assertThat(first.sessions().getLast().commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void certificateThatDoesNotHoldIsPutOff() {
        for (ServerCertificate bad :
                List.of(AUTHORITY.expired("127.0.0.1"), AUTHORITY.wrongName(), AUTHORITY.untrusted("127.0.0.1"))) {
            first.follow(SmtpScript.accepting().withStartTls(bad.serverContext()));
            Attempt attempt = send(secured(first, Relay.Security.STARTTLS, "")).getLast();
            assertThat(attempt.answer()).isInstanceOf(Attempt.PutOff.class);
            assertThat(attempt.answer().reply()).isNotBlank();
        }
        assertThat(first.messages()).isEmpty();
    }

    @Test
    void wrongPasswordAndMissingCredentialArePutOffAndNamed() throws IOException {
        Files.writeString(directory.resolve("relay/password"), "wrong");
        first.follow(
                SmtpScript.accepting().withStartTls(good().serverContext()).withAccount("continuity", "correct horse"));
        assertThat(send(secured(first, Relay.Security.STARTTLS, "relay"))
                        .getLast()
                        .answer()
                        .reply())
                .contains("authentication failed")
                .doesNotContain("wrong");
        assertThat(send(secured(first, Relay.Security.STARTTLS, "absent"))
                        .getLast()
                        .answer()
                        .reply())
                .contains("credential absent has no username and password");
    }

    @Test
    void oneConnectionCarriesManyMessagesAndALostOneIsReplaced() {
        Channel channel = through(plain(first));
        for (int i = 0; i < 3; i++) {
            assertThat(channel.send(ChannelContract.outgoing(address()))
                            .getLast()
                            .answer())
                    .isInstanceOf(Attempt.Accepted.class);
        }
        assertThat(first.sessions()).hasSize(1);
        first.follow(SmtpScript.accepting().answer(SmtpStage.RCPT, "550 5.1.1 no such user"));
        first.cutAll();
        assertThat(channel.send(ChannelContract.outgoing(address())))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.answer()).isInstanceOf(Attempt.Refused.class));
        assertThat(first.sessions()).hasSize(2);
    }

    private static ServerCertificate good() {
        return AUTHORITY.good("127.0.0.1");
    }

    private void both(SmtpScript script) {
        first.follow(script);
        second.follow(script);
    }

    private List<SmtpMessage> taken() {
        return Stream.of(first, second)
                .flatMap(server -> server.messages().stream())
                .toList();
    }

    private List<Attempt> send(Relay... relays) {
        return through(relays).send(ChannelContract.outgoing(address()));
    }

    private Channel through(Relay... relays) {
        List<RelayConnection> connections = Arrays.stream(relays)
                .map(relay -> new RelayConnection(relay, new CredentialRepository(directory), "continuity.example"))
                .toList();
        EmailMapper emails =
                new EmailMapper("Continuity <alerts@continuity.example>", new DkimSigner(List.of()), Optional.empty());
        return new EmailChannel(connections, emails, InstantSource.system());
    }

    private static Relay plain(ScriptedSmtpServer server) {
        return new Relay(
                "127.0.0.1",
                server.port(),
                Relay.Security.NONE,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1));
    }

    private Relay secured(ScriptedSmtpServer server, Relay.Security security, String credential) {
        return new Relay(
                "127.0.0.1",
                server.port(),
                security,
                Optional.of(credential).filter(name -> !name.isEmpty()),
                Optional.of(directory.resolve("ca.pem")),
                Duration.ofSeconds(3));
    }
}
