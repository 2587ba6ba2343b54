package org.mailcontinuity.notifier.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private final AddressGuard strict = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2600::1", "1.1.1.1", "100.63.255.255", "172.32.0.1"})
    void permitsPublicAddresses(String address) {
        assertThat(strict.permits(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "::1",
                "fd00::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "::7f00:1"
            })
    void refusesPrivateOnesAndThoseWrappedInOthers(String address) {
        assertThat(strict.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void refusesMappedOnes() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = 127;
        mapped[15] = 1;
        assertThat(strict.permits(InetAddress.getByAddress(mapped))).isFalse();
    }

    @Test
    void permitsPrivateOnesOfANetworkInTheList() {
        AddressGuard guard = new AddressGuard(List.of("10.20.0.0/16", "fd00:1::/32"));
        assertThat(guard.permits(InetAddress.ofLiteral("10.20.255.1"))).isTrue();
        assertThat(guard.permits(InetAddress.ofLiteral("10.21.0.1"))).isFalse();
        assertThat(guard.permits(InetAddress.ofLiteral("fd00:1::5"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "0.0.0.0", "224.0.0.1", "255.255.255.255", "fe80::1", "ff02::1", "::"})
    void refusesSomeWhateverTheListSays(String address) {
        AddressGuard everything = new AddressGuard(List.of("0.0.0.0/0", "::/0"));
        assertThat(everything.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "name/8", "10.0.0.0/-1", ""})
    void refusesWhatIsNoNetwork(String network) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AddressGuard(List.of(network)));
    }
}
