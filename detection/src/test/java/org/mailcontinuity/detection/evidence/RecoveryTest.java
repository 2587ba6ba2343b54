package org.mailcontinuity.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryTest {

    @ParameterizedTest
    @CsvSource({
        "20, 20, 0, 6",
        "10, 20, 0, 14",
        "2, 20, 0, 42",
        "300, 1000, 0, 26",
        "20, 20, 1, 18",
        "20, 20, 2, 54",
        "20, 20, 3, 162",
        "2, 20, 1, 126",
        "2, 20, 2, 180",
        "1000000, 1000000, 100000, 180"
    })
    void needsAsManyGoodVotesAsChanceRarelyGives(int against, int votes, int reopenings, int needed) {
        assertThat(Recovery.goodVotesNeeded(against, votes, reopenings)).isEqualTo(needed);
    }
}
