package org.mailcontinuity.probe.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.vantage.VantageState;

class SightTest {
    private static final ControlTarget A = new ControlTarget("a.test", 25);
    private static final ControlTarget B = new ControlTarget("b.test", 25);

    private final Sight sight = new Sight(List.of(A, B));

    private void looked(ControlTarget target, boolean reachable) {
        sight.looked(new Sight.Look(target, reachable, Instant.EPOCH, Instant.EPOCH));
    }

    @Test
    void holdsNothingAgainstAWorkerWithoutControlTargets() {
        Sight single = new Sight(List.of());
        assertThat(single.state()).isEqualTo(VantageState.SINGLE_VIEW);
        assertThat(single.ownFault()).isEmpty();
    }

    @Test
    void isSoundWhileOneTargetAnswers() {
        assertThat(sight.state()).isEqualTo(VantageState.OK);
        looked(A, false);
        looked(B, true);
        assertThat(sight.state()).isEqualTo(VantageState.OK);
        assertThat(sight.ownFault()).isEmpty();
    }

    @Test
    void isAtFaultWhereNoTargetAnswersAnyMore() {
        looked(A, true);
        looked(A, false);
        looked(B, false);
        assertThat(sight.ownFault()).contains(Fault.SELF_CHECK_FAILED);
        looked(A, true);
        assertThat(sight.ownFault()).isEmpty();
    }

    @Test
    void hasNoWayOutWhereNothingEverAnswered() {
        looked(A, false);
        looked(B, false);
        assertThat(sight.ownFault()).contains(Fault.EGRESS_BLOCKED);
        sight.reached();
        assertThat(sight.ownFault()).contains(Fault.SELF_CHECK_FAILED);
    }

    @Test
    void tellsOfAnInstantOnceOneTargetAnsweredAfterItOrNoneDid() {
        looked(A, false);
        assertThat(sight.tellsSince(Instant.EPOCH)).isFalse();
        looked(B, false);
        assertThat(sight.tellsSince(Instant.EPOCH)).isTrue();
        looked(A, true);
        assertThat(sight.tellsSince(Instant.EPOCH)).isTrue();
        assertThat(sight.tellsSince(Instant.EPOCH.plusMillis(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mx.test, mx.test, 25",
        "mx.test:3025, mx.test, 3025",
        "127.0.0.1:25, 127.0.0.1, 25",
        "[2001:db8::1]:2525, 2001:db8::1, 2525",
        "2001:db8::1, 2001:db8::1, 25"
    })
    void readsControlTargets(String text, String host, int port) {
        assertThat(ControlTarget.parse(text)).isEqualTo(new ControlTarget(host, port));
    }
}
