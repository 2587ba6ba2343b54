package org.mailcontinuity.probe.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostLimitsTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");

    private final HostLimits limits = new HostLimits(2);

    private Optional<HostLimits.Place> enter(InetAddress address) {
        return limits.enter(address, Duration.ofMillis(20));
    }

    @Test
    void letsNoMoreThanTheLimitInAtOneAddress() {
        HostLimits.Place first = enter(ONE).orElseThrow();
        assertThat(enter(ONE)).isPresent();
        assertThat(enter(ONE)).isEmpty();
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
