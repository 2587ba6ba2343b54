package org.mailcontinuity.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.detector.topics.SampleEnds;

class CatchUpTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final CatchUp catchUp = new CatchUp(3);

    @Test
    void theWallClockCountsOnlyPastTheEnd() {
        catchUp.processed(41);
        assertThat(catchUp.look(ends(0, 100))).isEmpty();
        catchUp.processed(98);
        assertThat(catchUp.look(ends(10, 100))).isEmpty();
        catchUp.processed(99);
        assertThat(catchUp.look(ends(20, 100))).contains(at(20));
    }

    @Test
    void silenceIsJudgedThreeIntervalsAfterCatchingUp() {
        catchUp.processed(99);
        catchUp.look(ends(10, 100));
        assertThat(catchUp.judgesSilence(at(99), INTERVAL)).isFalse();
        assertThat(catchUp.judgesSilence(at(100), INTERVAL)).isTrue();
        catchUp.look(ends(110, 200));
        assertThat(catchUp.judgesSilence(at(300), INTERVAL)).as("fell behind").isFalse();
    }

    @Test
    void anEmptyPartitionIsCaughtUpAtOnce() {
        assertThat(catchUp.look(ends(5, 0))).contains(at(5));
    }

    @Test
    void offsetsThatAreNoRecordsDoNotHoldUpForEver() {
        catchUp.processed(98);
        assertThat(catchUp.look(ends(0, 100))).isEmpty();
        assertThat(catchUp.look(ends(5, 100))).isEmpty();
        assertThat(catchUp.look(ends(5, 100))).as("the same look again").isEmpty();
        assertThat(catchUp.look(ends(10, 100))).contains(at(10));
    }

    @Test
    void withoutAnAnswerNoTimePasses() {
        catchUp.processed(98);
        assertThat(catchUp.look(SampleEnds.UNKNOWN)).isEmpty();
    }

    private static SampleEnds ends(long second, long end) {
        return new SampleEnds(at(second), Map.of(3, end));
    }

    private static Instant at(long second) {
        return Examples.START.plusSeconds(second);
    }
}
