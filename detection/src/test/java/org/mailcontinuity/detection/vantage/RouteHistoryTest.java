package org.mailcontinuity.detection.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.observation.Check;

class RouteHistoryTest {
    private static final RouteKey KEY = new RouteKey(Check.SMTP_ROUTE, Optional.empty());

    @Test
    void countsTheVantagesLastTenRounds() {
        RouteHistory history = RouteHistory.first(KEY, 100);
        for (long round = 100; round < 120; round++) {
            history = history.vote(round, round % 2 == 0, Deferral.NONE);
        }
        assertThat(history.recentGood(119)).isEqualTo(5);
        assertThat(history.recentBad(119)).isEqualTo(5);
        assertThat(history.recentBad(124)).isEqualTo(3);
        assertThat(history.recentBad(129)).isZero();
    }

    @Test
    void findsDuplicatesWhateverTheOrder() {
        RouteHistory history =
                RouteHistory.first(KEY, 100).vote(102, true, Deferral.NONE).vote(100, false, Deferral.NONE);
        assertThat(history.isDuplicate(102)).isTrue();
        assertThat(history.isDuplicate(100)).isTrue();
        assertThat(history.isDuplicate(101)).isFalse();
        assertThat(history.isDuplicate(103)).isFalse();
        assertThat(history.isDuplicate(70)).as("too long ago to tell").isTrue();
        assertThat(history.failed(100)).isTrue();
        assertThat(history.failed(102)).isFalse();
        assertThat(history.forgetOutcomesBefore(101).isDuplicate(100)).isTrue();
    }

    @Test
    void aConfirmationIsNoDuplicateOfItsRound() {
        RouteHistory history = RouteHistory.first(KEY, 100).confirm(100, 3_000_500, false, Deferral.NONE);
        assertThat(history.isDuplicate(100)).isFalse();
        assertThat(history.isDuplicateConfirmation(3_000_500)).isTrue();
        assertThat(history.isDuplicateConfirmation(3_000_501)).isFalse();
        assertThat(history.failed(100)).isTrue();
    }

    @Test
    void aLongGapForgetsEverything() {
        RouteHistory history =
                RouteHistory.first(KEY, 100).vote(100, false, Deferral.NONE).vote(1_000_000, true, Deferral.NONE);
        assertThat(history.recentBad(1_000_000)).isZero();
        assertThat(history.recentGood(1_000_000)).isEqualTo(1);
    }
}
