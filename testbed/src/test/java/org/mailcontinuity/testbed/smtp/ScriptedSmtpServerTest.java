package org.mailcontinuity.testbed.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.testbed.tls.ServerCertificate;
import org.mailcontinuity.testbed.tls.TestCertificates;

class ScriptedSmtpServerTest {
    private static final TestCertificates CERTIFICATES = TestCertificates.create();

    @Test
    void takesAMessageAndRecordsIt() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(SmtpScript.accepting());
                Client client = new Client(server.port())) {
            client.expect("220").say("MAIL FROM:<a@b>").expect("250").say("RCPT TO:<c@d>");
            client.expect("250").say("DATA").expect("354");
            client.say("Subject: x\r\n\r\n..dot\r\n.").expect("250").say("QUIT").expect("221");
            assertThat(server.messages())
                    .containsExactly(new SmtpMessage("a@b", List.of("c@d"), "Subject: x\r\n\r\n.dot\r\n"));
            Awaitility.await().until(() -> server.sessions().getFirst().ended());
            assertThat(server.sessions().getFirst().quit()).isTrue();
        }
    }

    @Test
    void answersAsScripted() throws Exception {
        SmtpScript script = SmtpScript.accepting().answer(SmtpStage.RCPT, "550 5.1.1 nobody");
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(script);
                Client client = new Client(server.port())) {
            client.expect("220")
                    .say("MAIL FROM:<a@b>")
                    .expect("250")
                    .say("RCPT TO:<c@d>")
                    .expect("550 5.1.1");
            client.say("DATA").expect("503");
        }
    }

    @Test
    void stallsAndDrips() throws Exception {
        SmtpScript script = SmtpScript.accepting()
                .drip(SmtpStage.GREETING, "220 slow", Duration.ofMillis(5))
                .stall(SmtpStage.MAIL);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(script);
                Client client = new Client(server.port())) {
            client.expect("220 slow").say("MAIL FROM:<a@b>");
            client.socket.setSoTimeout(100);
            assertThatThrownBy(() -> client.expect("")).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void demandsAnAccount() throws Exception {
        SmtpScript script = SmtpScript.accepting().withAccount("user", "word");
        String good = Base64.getEncoder().encodeToString("\0user\0word".getBytes(StandardCharsets.UTF_8));
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(script);
                Client client = new Client(server.port())) {
            client.expect("220")
                    .say("MAIL FROM:<a@b>")
                    .expect("530")
                    .say("AUTH PLAIN AAAA")
                    .expect("535");
            client.say("AUTH PLAIN " + good)
                    .expect("235")
                    .say("MAIL FROM:<a@b>")
                    .expect("250");
            assertThat(server.sessions().getFirst().commands())
                    .contains("AUTH PLAIN")
                    .doesNotContain(good);
        }
    }

    @Test
    void showsEachKindOfCertificate() throws Exception {
        assertThat(handshake(CERTIFICATES.good("localhost"))).isEqualTo("secured");
        assertThat(handshake(CERTIFICATES.expired("localhost"))).contains("PKIX");
        assertThat(handshake(CERTIFICATES.untrusted("localhost"))).contains("PKIX");
        assertThat(handshake(CERTIFICATES.wrongName())).contains("localhost");
    }

    private static String handshake(ServerCertificate certificate) throws Exception {
        SmtpScript script = SmtpScript.accepting().withStartTls(certificate.serverContext());
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(script);
                Client client = new Client(server.port())) {
            client.expect("220").say("STARTTLS").expect("220");
            SSLSocket secured = (SSLSocket)
                    trusting().getSocketFactory().createSocket(client.socket, "localhost", server.port(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return "secured";
        } catch (SSLHandshakeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", CERTIFICATES.authority());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Says a line, expects an answer. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        Client say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Client expect(String start) throws IOException {
            assertThat(in.readLine()).startsWith(start);
            return this;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
