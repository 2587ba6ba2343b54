package org.mailcontinuity.probe.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostLimitsTest {
    private static final InetSocketAddress ONE = server(25);
    private static final InetSocketAddress OTHER = server(587);

    private static InetSocketAddress server(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), port);
    }

    private final HostLimits limits = new HostLimits(2);

    private Optional<HostLimits.Place> enter(InetSocketAddress address) {
        return limits.enter(address, Duration.ofMillis(20));
    }

    @Test
    void letsNoMoreThanTheLimitInAtOneServer() {
        HostLimits.Place first = enter(ONE).orElseThrow();
        assertThat(enter(ONE)).isPresent();
        assertThat(enter(ONE)).isEmpty();
        assertThat(limits.refusals()).isEqualTo(1);
        assertThat(enter(OTHER)).isPresent();
        first.close();
        assertThat(enter(ONE)).isPresent();
    }

    @Test
    void remembersNoAddressThatNobodyIsAt() {
        HostLimits.Place place = enter(ONE).orElseThrow();
        assertThat(limits.size()).isEqualTo(1);
        place.close();
        assertThat(limits.size()).isZero();
    }
}
