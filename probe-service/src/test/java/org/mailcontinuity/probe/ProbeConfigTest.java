package org.mailcontinuity.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.probe.traffic.TrafficDesk;
import org.mailcontinuity.probe.vantage.ControlTarget;

class ProbeConfigTest {
    private static ProbeSettings settings(Map<String, String> values) {
        ProbeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ProbeConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ProbeConfig.class);
        return ProbeSettings.of(config);
    }

    @Test
    void hasADefaultForEveryKey() throws Exception {
        ProbeSettings settings = settings(Map.of());
        String hostName = InetAddress.getLocalHost().getHostName();
        assertThat(settings.vantage()).isEqualTo("local");
        assertThat(settings.worker()).isEqualTo(hostName);
        assertThat(settings.identity().ehloName()).isEqualTo(hostName);
        assertThat(settings.identity().sender()).isEqualTo("probe@" + hostName);
        assertThat(settings.guard().allowsPort(25)).isTrue();
        assertThat(settings.guard().allowsPort(2525)).isFalse();
        assertThat(settings.guard().allows(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
        assertThat(settings.sources()).isEqualTo(SourceAddresses.ANY);
        assertThat(settings.mostAtOnce()).isEqualTo(2000);
        assertThat(settings.mostPerHost()).isEqualTo(2);
        assertThat(settings.buffer()).isEqualTo(10_000);
        assertThat(settings.dnsServers()).isEmpty();
        assertThat(settings.dnsTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.controlTargets()).isEmpty();
        assertThat(settings.controlInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.receiver()).isEmpty();
        assertThat(settings.tokenKeys()).isEmpty();
        assertThat(settings.trustCertificates()).isEmpty();
    }

    @Test
    void takesEveryKey() {
        ProbeSettings settings = settings(Map.ofEntries(
                Map.entry("continuity.probe.vantage", "eu-1"),
                Map.entry("continuity.probe.worker", "w7"),
                Map.entry("continuity.probe.ehlo-name", "probe.example"),
                Map.entry("continuity.probe.allowed-networks", "127.0.0.0/8,fd00::/8"),
                Map.entry("continuity.probe.allowed-ports", "25,3025"),
                Map.entry("continuity.probe.most-at-once", "7"),
                Map.entry("continuity.probe.most-per-host", "1"),
                Map.entry("continuity.probe.buffer", "5"),
                Map.entry("continuity.probe.dns.servers", "127.0.0.1:5353,192.0.2.53,[2001:db8::53]:54"),
                Map.entry("continuity.probe.dns.timeout", "PT1S"),
                Map.entry("continuity.probe.control-targets", "a.test:25,b.test:3025"),
                Map.entry("continuity.probe.control-interval", "PT5S"),
                Map.entry("continuity.probe.token-keys", "/keys"),
                Map.entry("continuity.probe.trust-certificates", "/ca.pem"),
                Map.entry("continuity.probe.receiver.domain", "probe.test"),
                Map.entry("continuity.probe.receiver.bind", "127.0.0.1"),
                Map.entry("continuity.probe.receiver.port", "3525")));
        assertThat(settings.vantage()).isEqualTo("eu-1");
        assertThat(settings.worker()).isEqualTo("w7");
        assertThat(settings.identity().sender()).isEqualTo("probe@probe.test");
        assertThat(settings.guard().allowsPort(3025)).isTrue();
        assertThat(settings.guard().allows(InetAddress.ofLiteral("fd00::1"))).isTrue();
        assertThat(settings.mostAtOnce()).isEqualTo(7);
        assertThat(settings.mostPerHost()).isEqualTo(1);
        assertThat(settings.buffer()).isEqualTo(5);
        assertThat(settings.dnsServers())
                .containsExactly(
                        new InetSocketAddress("127.0.0.1", 5353),
                        new InetSocketAddress("192.0.2.53", 53),
                        new InetSocketAddress("2001:db8::53", 54));
        assertThat(settings.controlTargets())
                .containsExactly(new ControlTarget("a.test", 25), new ControlTarget("b.test", 3025));
        assertThat(settings.controlInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.tokenKeys()).contains(Path.of("/keys"));
        assertThat(settings.receiver().orElseThrow().port()).isEqualTo(3525);
    }

    @Test
    void sendsFromTheAddressesGiven() {
        SourceAddresses sources = settings(Map.of("continuity.probe.bind-address", "127.0.0.7, ::1"))
                .sources();
        assertThat(sources.addresses())
                .containsExactly(InetAddress.ofLiteral("127.0.0.7"), InetAddress.ofLiteral("::1"));
    }

    @Test
    void takesTrafficOnlyFromSourcesThatAreGiven() {
        assertThat(settings(Map.of()).traffic()).isEmpty();
        ProbeSettings.TrafficIntakeSettings defaults = settings(Map.of("continuity.probe.traffic.sources", "/sources"))
                .traffic()
                .orElseThrow();
        assertThat(defaults.sources()).isEqualTo(Path.of("/sources"));
        assertThat(defaults.address().bind()).isEqualTo("0.0.0.0");
        assertThat(defaults.address().port()).isEqualTo(8085);
        assertThat(defaults.address().certificate()).isEmpty();
        assertThat(defaults.limits()).isEqualTo(new TrafficDesk.Limits(16 * 1024 * 1024, 100_000));
        assertThatThrownBy(() -> settings(Map.of(
                        "continuity.probe.traffic.sources", "/sources",
                        "continuity.probe.traffic.certificate", "/cert.pem")))
                .hasMessageContaining("continuity.probe.traffic.private-key");
    }

    @ParameterizedTest
    @CsvSource({
        "allowed-networks, 10.0.0.0/33",
        "allowed-networks, example.test",
        "bind-address, eth0",
        "dns.servers, resolver.test:53",
        "control-interval, PT0.5S"
    })
    void namesTheKeyItCannotUse(String key, String value) {
        assertThatThrownBy(() -> settings(Map.of("continuity.probe." + key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("continuity.probe." + key);
    }

    @Test
    void refusesAReceiverAddressThatIsNone() {
        assertThatThrownBy(() -> settings(Map.of(
                        "continuity.probe.receiver.domain", "probe.test",
                        "continuity.probe.receiver.bind", "everywhere")))
                .hasMessageContaining("continuity.probe.receiver.bind");
    }
}
