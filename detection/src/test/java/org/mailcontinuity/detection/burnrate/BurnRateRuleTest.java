package org.mailcontinuity.detection.burnrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.burnrate.BurnRateRule.Alarm;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

class BurnRateRuleTest {
    private static final long START = 1_764_000_000_000L;
    private static final long ROUND = 30_000;
    private static final double OBJECTIVE = 0.99;

    @Test
    void worksTheExampleOfAnOutage() {
        VoteCounts counts = VoteCounts.NONE;
        long at = START;
        for (int i = 0; i < 1_440; i++, at += ROUND) {
            counts = counts.vote(false, at);
        }
        int failures = 0;
        while (BurnRateRule.alarm(counts, OBJECTIVE, at).isEmpty()) {
            counts = counts.vote(true, at);
            failures++;
            at += ROUND;
        }
        assertThat(failures).isBetween(16, 18);
        assertThat(BurnRateRule.alarm(counts, OBJECTIVE, at)).contains(Alarm.FAST);
    }

    @Test
    void findsASlowBurn() {
        VoteCounts counts = VoteCounts.NONE;
        long at = START;
        for (int i = 0; i < 720; i++, at += ROUND) {
            counts = counts.vote(i % 12 == 0, at);
        }
        assertThat(BurnRateRule.alarm(counts, OBJECTIVE, at)).contains(Alarm.SLOW);
        assertThat(BurnRateRule.alarm(counts, 0.98, at)).isEmpty();
    }

    @Test
    void isOverSoonAfterMailFlows() {
        VoteCounts counts = VoteCounts.NONE;
        long at = START;
        for (int i = 0; i < 1_440; i++, at += ROUND) {
            counts = counts.vote(false, at);
        }
        for (int i = 0; i < 20; i++, at += ROUND) {
            counts = counts.vote(true, at);
        }
        int good = 0;
        while (BurnRateRule.alarm(counts, OBJECTIVE, at).isPresent()) {
            counts = counts.vote(false, at);
            good++;
            at += ROUND;
        }
        assertThat(good).isBetween(8, 11);
    }

    @Test
    void doesNotFireOnTheFirstFailuresOfANewMonitor() {
        VoteCounts counts = VoteCounts.NONE;
        for (int i = 0; i < 4; i++) {
            counts = counts.vote(true, START + i * ROUND);
        }
        assertThat(BurnRateRule.alarm(counts, OBJECTIVE, START)).isEmpty();
        assertThat(BurnRateRule.alarm(counts.vote(true, START + 4 * ROUND), OBJECTIVE, START + 5 * ROUND))
                .contains(Alarm.FAST);
    }

    @Test
    void countsWhatIsInTheWindowInAnyOrder() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int votes = 200;
            long[] times = new long[votes];
            VoteCounts counts = VoteCounts.NONE;
            for (int i = 0; i < votes; i++) {
                times[i] = START + i * 20_000L - random.nextInt(120_000);
                counts = counts.vote(i % 3 == 0, times[i]);
            }
            long now = START + votes * 20_000L;
            for (int minutes : new int[] {5, 30}) {
                long from = Math.floorDiv(now, 60_000L) - minutes + 1;
                int expected = 0;
                for (long time : times) {
                    expected += Math.floorDiv(time, 60_000L) >= from ? 1 : 0;
                }
                assertThat(counts.votes(Duration.ofMinutes(minutes), now)).isEqualTo(expected);
            }
        }
    }

    @Test
    void forgetsWhatIsOlderThanSixHours() {
        VoteCounts counts = VoteCounts.NONE.vote(true, START).vote(false, START + 7 * 3_600_000L);
        assertThat(counts.against(Duration.ofHours(6), START + 7 * 3_600_000L)).isZero();
        assertThat(counts.votes(Duration.ofHours(6), START + 7 * 3_600_000L)).isOne();
        assertThat(counts.votes(Duration.ofMinutes(5), START + 8 * 3_600_000L)).isZero();
    }

    @Test
    void burnsFasterForEveryFailure() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            VoteCounts less = VoteCounts.NONE;
            VoteCounts more = VoteCounts.NONE;
            for (int i = 0; i < 300; i++) {
                long at = START + i * ROUND;
                boolean against = random.nextInt(10) == 0;
                less = less.vote(against, at);
                more = more.vote(against || random.nextInt(20) == 0, at);
                if (BurnRateRule.alarm(less, OBJECTIVE, at).isPresent()) {
                    assertThat(BurnRateRule.alarm(more, OBJECTIVE, at)).isPresent();
                }
            }
        }
    }

    @Test
    void survivesItsForm() {
        VoteCounts counts = VoteCounts.NONE.vote(true, START).vote(false, START + 60_000);
        assertThat(HexFormat.of().formatHex(bytes(counts)))
                .startsWith("0182ef841c0202")
                .hasSize(2 * (1 + 4 + 32 + 73));
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            long at = START + i * 45_000L;
            boolean against = random.nextBoolean();
            VoteCounts read = VoteCounts.read(new StateReader(bytes(counts))).vote(against, at);
            counts = counts.vote(against, at);
            assertThat(bytes(read)).isEqualTo(bytes(counts));
        }
        assertThat(bytes(counts)).hasSizeLessThan(256);
    }

    private static byte[] bytes(VoteCounts counts) {
        StateWriter out = new StateWriter();
        counts.write(out);
        return out.toByteArray();
    }
}
