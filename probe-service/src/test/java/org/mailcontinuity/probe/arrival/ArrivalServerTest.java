package org.mailcontinuity.probe.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.probe.smtp.Deadline;
import org.mailcontinuity.probe.smtp.DialoguePlan;
import org.mailcontinuity.probe.smtp.Ending;
import org.mailcontinuity.probe.smtp.Reach;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.SmtpTarget;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.probe.smtp.StageLimits;
import org.mailcontinuity.probe.smtp.Tls;
import org.mailcontinuity.probe.smtp.TlsUse;
import org.mailcontinuity.probe.smtp.Transcript;
import org.mailcontinuity.testbed.tls.Pem;
import org.mailcontinuity.testbed.tls.ServerCertificate;
import org.mailcontinuity.testbed.tls.TestCertificates;

class ArrivalServerTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private final TokenSeal seal = seal((byte) 1);
    private final List<Arrival> told = new CopyOnWriteArrayList<>();
    private final ArrivalDesk desk =
            new ArrivalDesk("probe.test", seal, new ArrivalDesk.Place("local", "w1"), CLOCK, told::add);
    private final ArrivalServer server =
            ArrivalServer.start(InetAddress.getLoopbackAddress(), 0, "probe.test", Optional.empty(), desk);
    private final SmtpClient client =
            new SmtpClient(Tls.trusting(List.of()), StageLimits.DEFAULT, SourceAddresses.ANY, CLOCK);

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    private static TokenSeal seal(byte first) {
        byte[] key = new byte[32];
        key[0] = first;
        return new TokenSeal(new TokenKeys(new TreeMap<>(java.util.Map.of(1, key))));
    }

    private static Token token(Instant sentAt) {
        return new Token(UUID.randomUUID(), UUID.randomUUID(), Instant.ofEpochMilli(sentAt.toEpochMilli()));
    }

    private Ending send(String recipient, String... headers) {
        return send(server, TlsUse.NONE, recipient, headers);
    }

    private Ending send(ArrivalServer to, TlsUse tls, String recipient, String... headers) {
        DialoguePlan plan = new DialoguePlan(
                DialoguePlan.Purpose.DELIVERY,
                "sender.test",
                tls,
                Optional.empty(),
                Reach.MESSAGE,
                "",
                recipient,
                String.join("\r\n", headers) + "\r\nSubject: x\r\n\r\nbody\r\n");
        SmtpTarget target = new SmtpTarget("localhost", to.port(), List.of(InetAddress.getLoopbackAddress()));
        return client.converse(target, plan, Deadline.in(Duration.ofSeconds(5)), Transcript.silent())
                .ending();
    }

    private String address(Token token) {
        return seal.localPart(token) + "@probe.test";
    }

    private String header(Token token) {
        return TokenSeal.HEADER + ": " + seal.header(token);
    }

    @Test
    void tellsOfAGenuineMessageAndItsHops() {
        Token token = token(CLOCK.instant());
        Ending ending = send(
                address(token),
                "Received: from a.test by b.test;\r\n Tue, 24 Nov 2026 12:00:01 +0000",
                "Received: from c.test by a.test; Tue, 24 Nov 2026 12:00:00 +0000",
                header(token));
        assertThat(ending.outcome()).isEqualTo(Outcome.SUCCESS);
        await().until(() -> !told.isEmpty());
        assertThat(told).singleElement().satisfies(arrival -> {
            assertThat(arrival.monitorId()).isEqualTo(token.monitorId());
            assertThat(arrival.sampleId()).isEqualTo(token.sampleId());
            assertThat(arrival.sentAt()).isEqualTo(token.sentAt());
            assertThat(arrival.hops())
                    .containsExactly(
                            "from a.test by b.test; Tue, 24 Nov 2026 12:00:01 +0000",
                            "from c.test by a.test; Tue, 24 Nov 2026 12:00:00 +0000");
        });
    }

    @Test
    void refusesEveryOtherRecipient() {
        Token token = token(CLOCK.instant());
        String[] others = {
            "postmaster@probe.test",
            seal.localPart(token) + "@elsewhere.test",
            seal((byte) 2).localPart(token) + "@probe.test",
            address(token(CLOCK.instant().minus(Duration.ofDays(2)))),
            address(token(CLOCK.instant().plus(Duration.ofHours(1))))
        };
        for (String other : others) {
            Ending ending = send(other, header(token));
            assertThat(ending.reply().orElseThrow().code()).as(other).isEqualTo(550);
        }
        assertThat(desk.counts().refused.sum()).isEqualTo(others.length);
        assertThat(told).isEmpty();
    }

    @Test
    void dropsAMessageWithoutItsToken() {
        Token token = token(CLOCK.instant());
        send(address(token), "X-Other: y");
        send(address(token), TokenSeal.HEADER + ": " + seal((byte) 2).header(token));
        send(address(token), header(token(CLOCK.instant())));
        assertThat(desk.counts().dropped.sum()).isEqualTo(3);
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfAMessageOnce() {
        Token token = token(CLOCK.instant());
        send(address(token), header(token));
        send(address(token), header(token));
        assertThat(told).hasSize(1);
        assertThat(desk.counts().replayed.sum()).isEqualTo(1);
    }

    @Test
    void offersTlsWhereItHasACertificate(@TempDir Path directory) throws IOException {
        TestCertificates authority = TestCertificates.create();
        ServerCertificate good = authority.good("localhost");
        Path chain = Files.writeString(directory.resolve("chain.pem"), Pem.certificates(good.chain()));
        Path key = Files.writeString(directory.resolve("key.pem"), Pem.privateKey(good.key()));
        try (ArrivalServer secure = ArrivalServer.start(
                InetAddress.getLoopbackAddress(), 0, "probe.test", Optional.of(ReceiverTls.read(chain, key)), desk)) {
            Token token = token(CLOCK.instant());
            // The client does not know the authority, and goes on as a mail server would.
            send(secure, TlsUse.OPPORTUNISTIC, address(token), header(token));
            assertThat(told)
                    .singleElement()
                    .satisfies(arrival -> assertThat(arrival.tls()).isTrue());
        }
    }

    @Test
    void refusesAMessageThatIsTooBig() {
        Token token = token(CLOCK.instant());
        Ending ending = send(address(token), header(token), "X-Big: " + "x".repeat(300_000));
        assertThat(ending.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(told).isEmpty();
    }
}
