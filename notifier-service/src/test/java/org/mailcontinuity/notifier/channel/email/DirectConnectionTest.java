package org.mailcontinuity.notifier.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.http.AddressGuard;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.testbed.dns.FakeDnsServer;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;
import org.mailcontinuity.testbed.tls.TestCertificates;
import org.xbill.DNS.SimpleResolver;

class DirectConnectionTest {
    @TempDir
    Path directory;

    private final FakeDnsServer dns = FakeDnsServer.start();
    private final ScriptedSmtpServer server = ScriptedSmtpServer.start(SmtpScript.accepting());

    @AfterEach
    void close() {
        dns.close();
        server.close();
    }

    @Test
    void goesToTheMailServersInOrderPastOneThatIsNotThere() throws IOException {
        dns.zone().mx("people.test", 10, "gone.people.test").mx("people.test", 20, "mx.people.test");
        dns.zone().address("mx.people.test", "127.0.0.1");
        assertThat(send()).isInstanceOf(Attempt.Accepted.class);
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void domainWithoutMxIsItsOwn() throws IOException {
        dns.zone().address("people.test", "127.0.0.1");
        assertThat(send()).isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void usesTlsOfAnyCertificateWhereItIsOffered() throws IOException {
        dns.zone().mx("people.test", 10, "mx.people.test").address("mx.people.test", "127.0.0.1");
        server.follow(SmtpScript.accepting()
                .withStartTls(TestCertificates.create().wrongName().serverContext()));
        assertThat(send()).isInstanceOf(Attempt.Accepted.class);
        assertThat(server.sessions().getLast().secured()).isTrue();
        server.follow(SmtpScript.accepting()
                .withStartTls(TestCertificates.create().wrongName().serverContext())
                .drop(SmtpStage.STARTTLS));
        send();
    }

    @Test
    void whereNoMailIsTakenTheAddressIsBad() throws IOException {
        dns.zone().nullMx("people.test");
        assertThat(send())
                .isInstanceOfSatisfying(
                        Attempt.Refused.class,
                        refused -> assertThat(refused.badAddress()).isTrue());
        assertThat(send("ada@nowhere.invalid")).isInstanceOf(Attempt.Refused.class);
    }

    @Test
    void dnsThatFailsAndAddressesThatAreNotAllowedArePutOff() throws IOException {
        dns.zone().servfail("people.test");
        assertThat(send()).isInstanceOf(Attempt.PutOff.class);
        dns.zone().mx("other.test", 10, "mx.other.test").address("mx.other.test", "10.0.0.1");
        assertThat(send("ada@other.test")).isInstanceOf(Attempt.PutOff.class);
    }

    private Attempt.Answer send() throws IOException {
        return send("ada@people.test");
    }

    private Attempt.Answer send(String to) throws IOException {
        SimpleResolver resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(dns.port());
        resolver.setTimeout(Duration.ofSeconds(1));
        DirectConnection direct = new DirectConnection(
                new DirectConnection.DirectSettings(resolver, server.port(), Duration.ofSeconds(2)),
                new AddressGuard(List.of("127.0.0.0/8")),
                new CredentialRepository(directory),
                "continuity.example");
        return direct.send(
                        new Email("a@continuity.example", to, "Subject: x\r\n\r\nx\r\n".getBytes(), Optional.empty()))
                .answer();
    }
}
