package org.mailcontinuity.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.testbed.dns.FakeDnsServer;

class RouteFinderTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final FakeDnsServer server = FakeDnsServer.start();
    private final DnsClient dns = new DnsClient(
            List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())),
            Duration.ofMillis(300),
            new SourceAddresses(List.of(InetAddress.ofLiteral("127.0.0.7"))));
    private final RouteFinder finder = new RouteFinder(dns);

    @AfterEach
    void close() {
        server.close();
    }

    private MailRoutes routes() {
        return finder.routesOf("example.test", LIMIT);
    }

    private static MailRoutes unknown(Fault fault, Route... lastKnown) {
        return new MailRoutes.Unknown(fault, List.of(lastKnown));
    }

    @Test
    void ordersRoutesByPreference() { // RFC 5321, 5.1
        server.zone().mx("example.test", 20, "b.example.test").mx("example.test", 10, "c.example.test");
        assertThat(routes())
                .isEqualTo(new MailRoutes.Known(
                        List.of(Route.of("c.example.test", 25, 10), Route.of("b.example.test", 25, 20))));
    }

    @Test
    void takesADomainWithoutMxForItsOwnHost() { // RFC 5321, 5.1
        server.zone().address("example.test", "192.0.2.1");
        assertThat(routes()).isEqualTo(new MailRoutes.Known(List.of(Route.of("example.test", 25, 0))));
    }

    @Test
    void tellsADomainThatTakesNoMail() { // RFC 7505
        server.zone().nullMx("example.test");
        assertThat(routes()).isEqualTo(unknown(Fault.NULL_MX));
    }

    @Test
    void tellsHowDnsFails() {
        assertThat(routes()).isEqualTo(unknown(Fault.DNS_NXDOMAIN));
        server.zone().servfail("example.test");
        assertThat(routes()).isEqualTo(unknown(Fault.DNS_SERVFAIL));
        server.zone().silent("example.test");
        assertThat(routes()).isEqualTo(unknown(Fault.DNS_TIMEOUT));
    }

    @Test
    void tellsThatADomainHasNeitherMxNorAddress() {
        server.zone().txt("example.test", "v=spf1 -all");
        assertThat(routes()).isEqualTo(unknown(Fault.DNS_NXDOMAIN));
    }

    @Test
    void remembersTheLastGoodAnswerAndSeesTheRecovery() {
        server.zone().ttl(0).mx("example.test", 10, "mx.example.test");
        Route route = Route.of("mx.example.test", 25, 10);
        assertThat(routes()).isEqualTo(new MailRoutes.Known(List.of(route)));
        server.zone().servfail("example.test");
        assertThat(routes()).isEqualTo(unknown(Fault.DNS_SERVFAIL, route));
        server.zone().remove("example.test").mx("example.test", 10, "mx.example.test");
        assertThat(routes()).isEqualTo(new MailRoutes.Known(List.of(route)));
    }

    @Test
    void keepsAnAnswerForItsTimeToLive() {
        server.zone().ttl(300).mx("example.test", 10, "mx.example.test");
        MailRoutes first = routes();
        int queries = server.zone().queries();
        server.zone().servfail("example.test");
        assertThat(routes()).isEqualTo(first);
        assertThat(server.zone().queries()).isEqualTo(queries);
    }

    @Test
    void asksByTcpWhereAnAnswerIsTruncated() {
        server.zone().mx("example.test", 10, "mx.example.test").truncated("example.test");
        assertThat(routes()).isInstanceOf(MailRoutes.Known.class);
    }

    @Test
    void findsAddressesOfBothFamilies() {
        server.zone().address("mx.example.test", "2001:db8::1").address("mx.example.test", "192.0.2.1");
        assertThat(dns.addresses("mx.example.test", LIMIT))
                .isEqualTo(new Answer.Found<>(
                        List.of(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("2001:db8::1"))));
        server.zone().alias("alias.example.test", "mx.example.test");
        assertThat(dns.addresses("alias.example.test", LIMIT)).isInstanceOf(Answer.Found.class);
    }

    @Test
    void takesAnAddressInTextAsItIs() {
        int queries = server.zone().queries();
        assertThat(dns.addresses("192.0.2.7", LIMIT))
                .isEqualTo(new Answer.Found<>(List.of(InetAddress.ofLiteral("192.0.2.7"))));
        assertThat(dns.addresses("2001:db8::7", LIMIT)).isInstanceOf(Answer.Found.class);
        assertThat(server.zone().queries()).isEqualTo(queries);
    }
}
