package org.mailcontinuity.probe.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;

class SourceAddressesTest {
    private static final InetAddress SEVENTH = InetAddress.ofLiteral("127.0.0.7");

    @Test
    void choosesTheAddressOfTheTargetsFamily() {
        SourceAddresses both = new SourceAddresses(
                List.of(InetAddress.ofLiteral("198.51.100.7"), InetAddress.ofLiteral("2001:db8::7")));
        assertThat(both.towards(InetAddress.ofLiteral("192.0.2.1"))).contains(new InetSocketAddress("198.51.100.7", 0));
        assertThat(both.towards(InetAddress.ofLiteral("2001:db8::1")))
                .contains(new InetSocketAddress("2001:db8::7", 0));
        assertThat(new SourceAddresses(List.of(SEVENTH)).towards(InetAddress.ofLiteral("2001:db8::1")))
                .isEmpty();
    }

    @Test
    void leaveTheMachineWithAnAddressThatCanLeaveIt() {
        SourceAddresses loopback = new SourceAddresses(List.of(SEVENTH));
        assertThat(loopback.towards(InetAddress.ofLiteral("127.0.0.1"))).isPresent();
        assertThat(loopback.towards(InetAddress.ofLiteral("192.0.2.1"))).isEmpty();
    }

    @Test
    void isWhatTheServerSees() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<InetAddress> caller = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> greet(server, caller));
            Ending ending = look(SEVENTH, server.getLocalPort());
            assertThat(ending.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(caller).isCompletedWithValue(SEVENTH);
        }
    }

    @Test
    void isAFaultOfOurOwnWhereTheMachineHasNoSuchAddress() {
        Ending ending = look(InetAddress.ofLiteral("192.0.2.77"), 25);
        assertThat(ending.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(ending.fault()).contains(Fault.EGRESS_BLOCKED);
    }

    private static void greet(ServerSocket server, CompletableFuture<InetAddress> caller) {
        try (Socket socket = server.accept()) {
            caller.complete(socket.getInetAddress());
            socket.getOutputStream().write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(6);
        } catch (IOException e) {
            caller.completeExceptionally(e);
        }
    }

    private static Ending look(InetAddress source, int port) {
        SourceAddresses sources = new SourceAddresses(List.of(source));
        try (SmtpClient client =
                new SmtpClient(Tls.trusting(List.of()), StageLimits.DEFAULT, sources, InstantSource.system())) {
            SmtpTarget target = new SmtpTarget("localhost", port, List.of(InetAddress.getLoopbackAddress()));
            DialoguePlan plan = DialoguePlan.greetingOnly("probe.test");
            return client.converse(target, plan, Deadline.in(Duration.ofSeconds(5)), Transcript.silent())
                    .ending();
        }
    }
}
