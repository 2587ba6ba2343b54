package org.mailcontinuity.probe.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final AddressGuard STRICT = new AddressGuard(List.of(), AddressGuard.MAIL_PORTS);
    private static final AddressGuard GENEROUS =
            new AddressGuard(List.of(Network.parse("0.0.0.0/0"), Network.parse("::/0")), AddressGuard.MAIL_PORTS);

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "172.32.0.1", "100.128.0.1"})
    void allowsTheInternet(String text) {
        assertThat(STRICT.allows(address(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.5",
                "2001:db8::1"
            })
    void allowsPrivateNetworksOnlyWhereListed(String text) {
        assertThat(STRICT.allows(address(text))).isFalse();
        assertThat(GENEROUS.allows(address(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "239.1.1.1",
                "255.255.255.255",
                "240.0.0.1",
                "192.0.0.192",
                "::",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254",
                "::7f00:1",
                "2001::1"
            })
    void neverAllowsTheDangerousEvenWhereListed(String text) {
        assertThat(GENEROUS.allows(address(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::7f00:1",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1"
            })
    void looksIntoAddressesThatCarryAnother(String text) {
        assertThat(STRICT.allows(address(text))).isFalse();
    }

    @Test
    void neverReachesTheMetadataServiceByTranslation() {
        assertThat(GENEROUS.allows(address("64:ff9b::a9fe:a9fe"))).isFalse();
        assertThat(STRICT.allows(address("64:ff9b::808:808"))).isTrue();
    }

    @Test
    void allowsJustTheListedNetwork() {
        AddressGuard guard = new AddressGuard(List.of(Network.parse("127.0.0.0/8")), Set.of(25));
        assertThat(guard.allows(address("127.0.0.1"))).isTrue();
        assertThat(guard.allows(address("10.0.0.1"))).isFalse();
        assertThat(guard.allows(address("::1"))).isFalse();
    }

    @Test
    void allowsMailPortsUnlessOthersAreConfigured() {
        assertThat(STRICT.allowsPort(25)).isTrue();
        assertThat(STRICT.allowsPort(587)).isTrue();
        assertThat(STRICT.allowsPort(22)).isFalse();
        assertThat(new AddressGuard(List.of(), Set.of(3025)).allowsPort(25)).isFalse();
    }
}
