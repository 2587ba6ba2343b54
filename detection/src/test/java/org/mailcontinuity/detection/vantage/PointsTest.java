package org.mailcontinuity.detection.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

    @ParameterizedTest
    @CsvSource({"0, 8", "20000, 8", "20001, 6", "50000, 6", "50001, 4", "400000, 4"})
    void aLossyLineCountsLess(int lossPpm, int weight) {
        assertThat(new Points(0, lossPpm, 0, 0).weight()).isEqualTo(weight);
    }

    @Test
    void staysBetweenZeroAndTheCap() {
        assertThat(Points.NONE.vote(false, 24).value()).isZero();
        assertThat(Points.NONE.with(20).vote(true, 24).value()).isEqualTo(24);
        assertThat(Points.NONE.with(20).vote(false, 24).value()).isEqualTo(19);
    }

    @Test
    void learnsTheLossOfTheLine() {
        Points points = Points.NONE;
        for (int vote = 0; vote < 10_000; vote++) {
            points = points.learn(vote % 25 == 0);
        }
        assertThat(points.lossPpm()).isBetween(38_000, 42_000);
    }
}
