package org.mailcontinuity.events.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.contracts.vantage.VantageStatus;

class SightTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void isFullWhereEveryNamedVantageSees() {
        Sight sight =
                Sight.of(Set.of("a", "b"), List.of(worker("a", VantageState.OK), worker("b", VantageState.OK)), NOW);
        assertThat(sight.state()).isEqualTo(Sight.Extent.FULL_SIGHT);
        assertThat(sight.missing()).isEmpty();
    }

    @Test
    void isReducedWhereOneHasAFaultOfItsOwn() {
        Sight sight = Sight.of(
                Set.of("a", "b"),
                List.of(worker("a", VantageState.OK), worker("b", VantageState.SELF_CHECK_FAILED)),
                NOW);
        assertThat(sight.state()).isEqualTo(Sight.Extent.REDUCED_SIGHT);
        assertThat(sight.missing()).containsExactly(new Sight.Missing("b", VantageState.SELF_CHECK_FAILED, false));
    }

    @Test
    void isReducedWhereOneNeverToldOfItselfOrDoesNotAnyMore() {
        VantageStatus gone = worker("c", VantageState.OK, NOW.minus(Duration.ofMinutes(10)));
        Sight sight = Sight.of(Set.of("a", "b", "c"), List.of(worker("a", VantageState.SINGLE_VIEW), gone), NOW);
        assertThat(sight.state()).isEqualTo(Sight.Extent.REDUCED_SIGHT);
        assertThat(sight.missing())
                .containsExactly(
                        new Sight.Missing("b", VantageState.UNKNOWN, true),
                        new Sight.Missing("c", VantageState.OK, true));
    }

    @Test
    void takesAVantageWithOneGoodWorkerAsSeeing() {
        Sight sight = Sight.of(
                List.of(), List.of(worker("a", VantageState.SELF_CHECK_FAILED), worker("a", VantageState.OK)), NOW);
        assertThat(sight.state()).isEqualTo(Sight.Extent.FULL_SIGHT);
        assertThat(sight.expected()).containsExactly("a");
    }

    @Test
    void isNoneWhereNobodySees() {
        assertThat(Sight.of(List.of(), List.of(), NOW).state()).isEqualTo(Sight.Extent.NO_SIGHT);
        assertThat(Sight.of(Set.of("a"), List.of(worker("a", VantageState.EGRESS_BLOCKED)), NOW)
                        .state())
                .isEqualTo(Sight.Extent.NO_SIGHT);
    }

    private static VantageStatus worker(String vantage, VantageState state) {
        return worker(vantage, state, NOW);
    }

    private static VantageStatus worker(String vantage, VantageState state, Instant at) {
        return new VantageStatus(
                vantage, "w", at, state, 1, Duration.ZERO, Optional.empty(), 0, List.of(), Optional.empty());
    }
}
