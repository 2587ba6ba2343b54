package org.mailcontinuity.probe.vantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.probe.dns.DnsClient;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.probe.smtp.StageLimits;
import org.mailcontinuity.probe.smtp.Tls;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;

class SelfCheckTest {
    private final ScriptedSmtpServer server = ScriptedSmtpServer.start(SmtpScript.accepting());
    private final ControlTarget alive = new ControlTarget("127.0.0.1", server.port());
    private final Socket held = heldPort();
    /** Refuses for certain: its port is taken, and nobody listens. */
    private final ControlTarget dead = new ControlTarget("127.0.0.1", held.getLocalPort());

    private final SmtpClient smtp =
            new SmtpClient(Tls.trusting(List.of()), StageLimits.CONTROL, SourceAddresses.ANY, InstantSource.system());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private static Socket heldPort() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        held.close();
        timer.shutdownNow();
        threads.shutdownNow();
        smtp.close();
        server.close();
    }

    private SelfCheck selfCheck(Sight sight, ControlTarget... targets) {
        DnsClient dns = new DnsClient(List.of(), Duration.ofSeconds(1), SourceAddresses.ANY);
        SelfCheck.Greeting greeting = new SelfCheck.Greeting(dns, smtp, "probe.test");
        return new SelfCheck(List.of(targets), sight, threads, greeting, InstantSource.system());
    }

    @Test
    void readsTheGreetingAndTakesLeave() {
        Sight sight = new Sight(List.of(alive));
        selfCheck(sight, alive).look(alive);
        assertThat(sight.state()).isEqualTo(VantageState.OK);
        await().until(() -> server.sessions().getFirst().ended());
        assertThat(server.sessions().getFirst().commands()).containsExactly("QUIT");
    }

    @Test
    void isContentWithARefusalForItComesFromOutside() {
        server.follow(SmtpScript.accepting().answer(SmtpStage.GREETING, "554 5.7.1 not you"));
        Sight sight = new Sight(List.of(alive));
        selfCheck(sight, alive).look(alive);
        assertThat(sight.state()).isEqualTo(VantageState.OK);
    }

    @Test
    void looksAgainAndAgain() {
        Sight sight = new Sight(List.of(alive, dead));
        selfCheck(sight, alive, dead).start(timer, Duration.ofMillis(200));
        await().until(() -> server.sessions().size() >= 3);
        assertThat(sight.looks()).hasSize(2);
        assertThat(sight.state()).isEqualTo(VantageState.OK);
        server.close();
        await().until(() -> sight.state() == VantageState.SELF_CHECK_FAILED);
    }

    @Test
    void knowsAtTheFirstFailureThatTheNetworkIsGone() throws Exception {
        Sight sight = new Sight(List.of(dead));
        sight.looked(new Sight.Look(dead, true, Instant.now(), Instant.now()));
        assertThat(sight.ownFault()).isEmpty();
        assertThat(selfCheck(sight, dead).ownFaultSince(Instant.now())).contains(Fault.SELF_CHECK_FAILED);
    }

    @Test
    void asksOneTargetWhereThatOneAnswers() throws Exception {
        try (ScriptedSmtpServer second = ScriptedSmtpServer.start(SmtpScript.accepting())) {
            ControlTarget other = new ControlTarget("127.0.0.1", second.port());
            Sight sight = new Sight(List.of(alive, other));
            SelfCheck selfCheck = selfCheck(sight, alive, other);
            Instant failedAt = Instant.now();
            assertThat(selfCheck.ownFaultSince(failedAt)).isEmpty();
            assertThat(selfCheck.ownFaultSince(failedAt)).isEmpty();
            assertThat(selfCheck.ownFaultSince(Instant.now())).isEmpty();
            assertThat(server.sessions()).hasSize(1);
            assertThat(second.sessions()).isEmpty();
        }
    }

    @Test
    void seesAgainSoonAfterTheNetworkIsBack() {
        Sight sight = new Sight(List.of(alive));
        SelfCheck selfCheck = selfCheck(sight, alive);
        server.close();
        selfCheck.look(alive);
        selfCheck.start(timer, Duration.ofMinutes(1));
        await().until(() -> sight.ownFault().isPresent());
        try (ScriptedSmtpServer back = ScriptedSmtpServer.start(SmtpScript.accepting(), alive.port())) {
            await().atMost(Duration.ofSeconds(15)).until(() -> sight.ownFault().isEmpty());
            assertThat(back.sessions()).isNotEmpty();
        }
    }
}
