package org.mailcontinuity.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.standalone.demo.MailControlClient;
import org.mailcontinuity.standalone.installation.FreeOffset;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.secret.Secrets;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpScript;

class DemoMailSystemTest {
    private static Installation installation;
    private static String submissionPassword;
    private static String relayPassword;
    private static MailControlClient control;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        installation = new Installation(folder, folder.resolve("data"), FreeOffset.find(), true, 3);
        Secrets secrets = Secrets.prepare(installation);
        DemoMailSettings.prepare(installation, secrets);
        DemoMailSettings settings = DemoMailSettings.read(installation);
        submissionPassword = settings.submissionPassword();
        relayPassword = settings.relayPassword();
        DemoMailSystem system = new DemoMailSystem(installation, settings);
        system.start();
        new MailControl(system).start(installation.port(Port.MAIL_CONTROL));
        control = new MailControlClient(installation);
    }

    @AfterEach
    void mend() throws Exception {
        control.recover();
    }

    @Test
    void takesMailForItsDomainByBothRoutes() throws Exception {
        assertThat(recipientReply(Port.MX1)).startsWith("250");
        assertThat(recipientReply(Port.MX2)).startsWith("250");
    }

    @Test
    void refusesRecipientsWhenToldTo() throws Exception {
        control.breakDown(Fault.REJECT, Optional.empty());
        assertThat(recipientReply(Port.MX1)).startsWith("550 5.2.1");
        control.breakDown(Fault.TEMPFAIL, Optional.of(MailRoute.MX2));
        assertThat(recipientReply(Port.MX1)).startsWith("250");
        assertThat(recipientReply(Port.MX2)).startsWith("421 4.3.2");
    }

    @Test
    void goesDownAndComesBack() throws Exception {
        control.breakDown(Fault.DOWN, Optional.empty());
        assertThatThrownBy(() -> recipientReply(Port.MX1)).isInstanceOf(ConnectException.class);
        control.recover();
        assertThat(recipientReply(Port.MX1)).startsWith("250");
    }

    @Test
    void letsConnectionAttemptsRunIntoNothing() throws Exception {
        control.breakDown(Fault.BLACKHOLE, Optional.of(MailRoute.MX1));
        assertThatThrownBy(() -> new SmtpTalk(installation.port(Port.MX1), 500))
                .isInstanceOf(SocketTimeoutException.class);
        control.recover();
        assertThat(recipientReply(Port.MX1)).startsWith("250");
    }

    @Test
    void showsAnExpiredCertificateWhenToldTo() throws Exception {
        assertThat(secured(Port.MX1)).startsWith("250");
        control.breakDown(Fault.EXPIRED_CERTIFICATE, Optional.empty());
        assertThatThrownBy(() -> secured(Port.MX1)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX) // others have no second loopback address
    void dropsWhatComesFromAVantageThatIsCut() throws Exception {
        assertThat(control.cut("vantage-2")).isEmpty();
        for (Port port : List.of(Port.MX1, Port.MX2, Port.SUBMISSION, Port.CONTROL1, Port.CONTROL2)) {
            assertThatThrownBy(() -> greeting(port, "127.0.0.12"))
                    .as(port.name())
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(greeting(port, "127.0.0.13")).as(port.name()).startsWith("220");
        }
        assertThat(control.join("vantage-2")).isEmpty();
        assertThat(greeting(Port.CONTROL1, "127.0.0.12")).startsWith("220");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // others have no second loopback address
    void breaksForOneVantageOnly() throws Exception {
        control.breakDown(Fault.REJECT, Optional.empty(), "vantage-3");
        assertThat(recipientReply(Port.MX1, "127.0.0.13")).startsWith("550 5.2.1");
        assertThat(recipientReply(Port.MX1, "127.0.0.11")).startsWith("250");
        control.breakDown(Fault.DOWN, Optional.empty(), "vantage-3");
        assertThatThrownBy(() -> greeting(Port.MX2, "127.0.0.13")).isInstanceOf(SocketException.class);
        assertThat(greeting(Port.MX2, "127.0.0.11")).startsWith("220");
        control.breakDown(Fault.BLACKHOLE, Optional.of(MailRoute.MX1), "vantage-1");
        assertThatThrownBy(() -> greeting(Port.MX1, "127.0.0.11")).isInstanceOf(SocketTimeoutException.class);
        assertThat(greeting(Port.MX2, "127.0.0.11")).startsWith("220");
    }

    @Test
    void saysWhichVantagesThereAre() throws Exception {
        assertThat(control.cut("vantage-9"))
                .hasValueSatisfying(why -> assertThat(why)
                        .isEqualTo("there is no vantage vantage-9, but: vantage-1, vantage-2, vantage-3"));
    }

    @Test
    void relaysSubmittedMailToTheProbe() throws Exception {
        try (ScriptedSmtpServer probe =
                ScriptedSmtpServer.start(SmtpScript.accepting(), installation.port(Port.PROBE_RECEIVER))) {
            assertThat(submit(submissionPassword)).startsWith("250");
            Awaitility.await().until(() -> !probe.messages().isEmpty());
            assertThat(probe.messages().getFirst().recipients()).containsExactly("p-1@probe.test");
            assertThat(probe.messages().getFirst().content())
                    .startsWith("Received: ")
                    .contains("Subject: test\r\n");
            control.breakDown(Fault.LOST, Optional.empty());
            assertThat(submit(submissionPassword)).startsWith("250");
            control.breakDown(Fault.SLOW, Optional.empty());
            assertThat(submit(submissionPassword)).startsWith("250");
            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .until(() -> probe.messages().size() == 1);
        }
    }

    @Test
    void refusesAWrongPasswordAndAnyWhenToldTo() throws Exception {
        assertThat(submit("guessed")).startsWith("535");
        control.breakDown(Fault.AUTH, Optional.empty());
        assertThat(submit(submissionPassword)).startsWith("535");
    }

    @Test
    void keepsAlertsInTheirMailbox() throws Exception {
        String message = "From: a@b\r\nSubject: Alert\r\nContent-Type: text/plain\r\n\r\nRead this.\r\n.";
        String reply = send(
                Port.ALERT_RELAY, "continuity@alerts.test", relayPassword, DemoMailSettings.ALERT_MAILBOX, message);
        assertThat(reply).startsWith("250");
        List<MessageView> mailbox = control.mailbox(DemoMailSettings.ALERT_MAILBOX);
        assertThat(mailbox).singleElement().satisfies(view -> {
            assertThat(view.subject()).isEqualTo("Alert");
            assertThat(view.text().strip()).isEqualTo("Read this.");
        });
    }

    private static String greeting(Port port, String source) throws IOException {
        try (SmtpTalk talk = SmtpTalk.from(source, installation.port(port)).patience(500)) {
            return talk.greeting();
        }
    }

    private static String recipientReply(Port port) throws IOException {
        return recipientReply(port, "127.0.0.1");
    }

    private static String recipientReply(Port port, String source) throws IOException {
        try (SmtpTalk talk = SmtpTalk.from(source, installation.port(port))) {
            talk.greeting();
            talk.say("EHLO test");
            talk.say("MAIL FROM:<a@probe.test>");
            return talk.say("RCPT TO:<someone@example.test>");
        }
    }

    private static String secured(Port port) throws Exception {
        try (SmtpTalk talk = new SmtpTalk(installation.port(port))) {
            talk.greeting();
            talk.say("EHLO test");
            talk.say("STARTTLS");
            talk.secure(trusting());
            return talk.say("EHLO test");
        }
    }

    private static String submit(String password) throws Exception {
        return send(
                Port.SUBMISSION,
                DemoMailSettings.SUBMISSION_USER,
                password,
                "p-1@probe.test",
                "Subject: test\r\n\r\nHello\r\n.");
    }

    private static String send(Port port, String username, String password, String recipient, String message)
            throws Exception {
        String login = Base64.getEncoder()
                .encodeToString(("\0" + username + "\0" + password).getBytes(StandardCharsets.UTF_8));
        try (SmtpTalk talk = new SmtpTalk(installation.port(port))) {
            talk.greeting();
            talk.say("EHLO test");
            talk.say("STARTTLS");
            talk.secure(trusting());
            talk.say("EHLO test");
            String authenticated = talk.say("AUTH PLAIN " + login);
            if (!authenticated.startsWith("235")) {
                return authenticated;
            }
            talk.say("MAIL FROM:<" + username + ">");
            talk.say("RCPT TO:<" + recipient + ">");
            talk.say("DATA");
            return talk.say(message);
        }
    }

    /** Trusts the authority as the probe does: from its PEM file. */
    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(installation.mailAuthority())) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setCertificateEntry("authority", authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
