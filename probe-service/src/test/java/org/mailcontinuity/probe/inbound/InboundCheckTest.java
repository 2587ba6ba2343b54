package org.mailcontinuity.probe.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.probe.dialing.Dialer;
import org.mailcontinuity.probe.dns.DnsClient;
import org.mailcontinuity.probe.dns.RouteFinder;
import org.mailcontinuity.probe.guard.AddressGuard;
import org.mailcontinuity.probe.guard.HostLimits;
import org.mailcontinuity.probe.guard.Network;
import org.mailcontinuity.probe.sample.Measurement;
import org.mailcontinuity.probe.sample.Round;
import org.mailcontinuity.probe.smtp.ProbeMessage;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.probe.smtp.StageLimits;
import org.mailcontinuity.probe.smtp.Tls;
import org.mailcontinuity.probe.smtp.Transcript;
import org.mailcontinuity.testbed.dns.FakeDnsServer;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;

class InboundCheckTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private final FakeDnsServer dnsServer = FakeDnsServer.start();
    private final ScriptedSmtpServer first = ScriptedSmtpServer.start(SmtpScript.accepting());
    private final ScriptedSmtpServer second = ScriptedSmtpServer.start(SmtpScript.accepting());
    private final SmtpClient smtp =
            new SmtpClient(Tls.trusting(List.of()), StageLimits.DEFAULT, SourceAddresses.ANY, CLOCK);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DnsClient dns = new DnsClient(
            List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), dnsServer.port())),
            Duration.ofMillis(300),
            SourceAddresses.ANY);
    private final RouteFinder finder = new RouteFinder(dns);
    private final AddressGuard guard =
            new AddressGuard(List.of(Network.parse("127.0.0.0/8")), Set.of(25, first.port(), second.port()));
    private final InboundCheck check = new InboundCheck(
            finder,
            new Dialer(dns, guard, new HostLimits(2), smtp, CLOCK),
            new Identity("probe.test", "probe.test"),
            (_, sampleId, _) -> Optional.of(new ProbeMessage.Field("X-Token", sampleId.toString())),
            threads,
            CLOCK);

    @AfterEach
    void close() {
        threads.shutdownNow();
        smtp.close();
        first.close();
        second.close();
        dnsServer.close();
    }

    private List<Measurement> run(String inbound) throws InterruptedException {
        String json = """
                {"monitorId": "0197a000-0000-7000-8000-000000000001", "revision": 1, "name": "m",
                 "domain": "example.test", "schedule": {"interval": "PT10S", "timeout": "PT2S"},
                 "inbound": {"recipient": "user@example.test", "tls": "NONE", %s}}""".formatted(inbound);
        MonitorDefinition definition = Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8));
        Round round = new Round(definition, "test", Trigger.SCHEDULED, CLOCK.instant());
        return check.run(round, definition.inbound().orElseThrow(), Transcript::silent);
    }

    private String byHand() {
        return """
                "routes": [{"host": "127.0.0.1", "port": %d, "preference": 10},
                           {"host": "127.0.0.1", "port": %d, "preference": 20}]""".formatted(first.port(), second.port());
    }

    @Test
    void measuresEveryRouteByItself() throws InterruptedException {
        first.follow(SmtpScript.accepting().answer(SmtpStage.RCPT, "451 4.3.0 later"));
        List<Measurement> measured = run(byHand());
        assertThat(measured).hasSize(2);
        assertThat(measured.get(0).course().fault()).contains(Fault.TEMPFAIL);
        assertThat(measured.get(1).course().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(measured.get(1).route()).contains(Route.of("127.0.0.1", second.port(), 20));
    }

    @Test
    void talksToRoutesAtTheSameTime() throws InterruptedException {
        first.follow(SmtpScript.accepting().stall(SmtpStage.GREETING));
        second.follow(SmtpScript.accepting().stall(SmtpStage.EHLO));
        long begun = System.nanoTime();
        List<Measurement> measured = run(byHand());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(3500));
        assertThat(measured.get(0).course().fault()).contains(Fault.GREETING_TIMEOUT);
        assertThat(measured.get(1).course().fault()).contains(Fault.REPLY_TIMEOUT);
    }

    @Test
    void leavesNoMessageBehindAtDepthRecipientAndOneAtDepthMessage() throws InterruptedException {
        run(byHand());
        assertThat(first.messages()).isEmpty();
        run("\"depth\": \"MESSAGE\", " + byHand());
        assertThat(first.messages()).singleElement().satisfies(message -> {
            assertThat(message.sender()).isEqualTo("probe@probe.test");
            assertThat(message.content()).contains("X-Token: ", "Auto-Submitted: auto-generated");
        });
    }

    @Test
    void failsAtDnsWithoutARouteWhereNoneWasEverKnown() throws InterruptedException {
        dnsServer.zone().servfail("example.test");
        assertThat(run("\"mx\": true")).singleElement().satisfies(measured -> {
            assertThat(measured.check()).isEqualTo(Check.DNS);
            assertThat(measured.route()).isEmpty();
            assertThat(measured.course().stage()).isEqualTo(Stage.DNS);
            assertThat(measured.course().fault()).contains(Fault.DNS_SERVFAIL);
        });
    }

    @Test
    void failsAtDnsForEveryRouteLastKnown() throws InterruptedException {
        dnsServer.zone().ttl(0).mx("example.test", 10, "mx1.example.test").mx("example.test", 20, "mx2.example.test");
        finder.routesOf("example.test", Duration.ofSeconds(2));
        dnsServer.zone().silent("example.test");
        List<Measurement> measured = run("\"mx\": true");
        assertThat(measured).hasSize(2).allSatisfy(one -> {
            assertThat(one.check()).isEqualTo(Check.SMTP_ROUTE);
            assertThat(one.course().stage()).isEqualTo(Stage.DNS);
            assertThat(one.course().fault()).contains(Fault.DNS_TIMEOUT);
        });
    }

    @Test
    void tellsAnMxWithoutAddressFromOneThatIsNotAllowed() throws InterruptedException {
        dnsServer
                .zone()
                .mx("example.test", 10, "gone.example.test")
                .mx("example.test", 20, "inside.example.test")
                .address("inside.example.test", "10.0.0.1");
        List<Measurement> measured = run("\"mx\": true");
        assertThat(measured.get(0).course().fault()).contains(Fault.DNS_NXDOMAIN);
        assertThat(measured.get(0).course().stage()).isEqualTo(Stage.DNS);
        assertThat(measured.get(1).course().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }
}
