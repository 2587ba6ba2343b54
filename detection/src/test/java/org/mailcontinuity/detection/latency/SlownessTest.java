package org.mailcontinuity.detection.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

class SlownessTest {
    private static final long START = 1_764_000_000_000L;
    private static final long ROUND = 30_000;
    private static final long LIVE = 90_000;
    private static final int H = 48;
    /** The form of now; it must stay readable. */
    private static final String VERSION_1 = "010080a0bfe9d66600b06da01f04000465751000020475732000";

    @Test
    void worksTheExampleOfTwoVantages() {
        Slowness slowness = Slowness.NONE;
        int[] scores = {8, 16, 24, 32, 40, 48};
        for (int i = 0; i < scores.length; i++) {
            assertThat(slowness.isSlow()).isFalse();
            slowness = slowness.vote(i % 2 == 0 ? "eu" : "us", 7_000, 2_000, START + i / 2 * ROUND, 2, LIVE, H);
            assertThat(slowness.score()).isEqualTo(scores[i]);
        }
        assertThat(slowness.isSlow()).isTrue();
        assertThat(slowness.since()).isEqualTo(START);
        assertThat(slowness.agrees("eu")).isTrue();
        assertThat(slowness.agrees("asia")).isFalse();
        assertThat(slowness.millis()).isEqualTo(7_000);
        assertThat(slowness.limit()).isEqualTo(2_000);
    }

    @Test
    void needsASecondVantageWhileTwoLook() {
        Slowness slowness = Slowness.NONE;
        for (int i = 0; i < 100; i++) {
            slowness = slowness.vote("eu", 7_000, 2_000, START + i * ROUND, 2, LIVE, H);
            slowness = slowness.vote("us", 500, 2_000, START + i * ROUND, 2, LIVE, H);
        }
        assertThat(slowness.isSlow()).isFalse();
        assertThat(slowness.score()).isEqualTo(24);
    }

    @Test
    void isOverAfterFourteenFastVotesInARow() {
        Slowness slowness = slow();
        for (int i = 0; i < 13; i++) {
            slowness = slowness.vote("eu", 500, 2_000, START + i, 1, LIVE, H);
        }
        assertThat(slowness.isSlow()).isTrue();
        Slowness again = slowness.vote("eu", 7_000, 2_000, START + 20, 1, LIVE, H);
        for (int i = 0; i < 13; i++) {
            again = again.vote("eu", 500, 2_000, START + 30 + i, 1, LIVE, H);
        }
        assertThat(again.isSlow()).isTrue();
        assertThat(slowness.vote("eu", 500, 2_000, START + 20, 1, LIVE, H).isClear())
                .isTrue();
        assertThat(again.vote("eu", 500, 2_000, START + 50, 1, LIVE, H).isClear())
                .isTrue();
    }

    @Test
    void forgetsEvidenceThatFades() {
        Slowness slowness = Slowness.NONE.vote("eu", 7_000, 2_000, START, 1, LIVE, H);
        for (int i = 0; i < 8; i++) {
            slowness = slowness.vote("eu", 500, 2_000, START + i, 1, LIVE, H);
        }
        assertThat(slowness.isClear()).isTrue();
        assertThat(slowness.vote("eu", 7_000, 2_000, START + 99, 1, LIVE, H).since())
                .isEqualTo(START + 99);
    }

    @Test
    void letsASilentVantageGo() {
        Slowness slowness = Slowness.NONE.vote("eu", 7_000, 2_000, START, 2, LIVE, H);
        long later = START + (long) (6.2 * LIVE);
        assertThat(slowness.vote("us", 7_000, 2_000, later, 1, LIVE, H).score()).isEqualTo(8);
    }

    @Test
    void changesNothingAfterAFastVoteInGoodTimes() {
        assertThat(Slowness.NONE.vote("eu", 500, 2_000, START, 3, LIVE, H)).isSameAs(Slowness.NONE);
    }

    @Test
    void neverIsOverSoonerForOneMoreSlowVote() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Slowness without = Slowness.NONE;
            Slowness with = Slowness.NONE;
            int extra = random.nextInt(60);
            for (int i = 0; i < 80; i++) {
                String vantage = "v" + random.nextInt(3);
                boolean late = random.nextInt(3) == 0;
                long at = START + i * 5_000L;
                without = without.vote(vantage, late ? 7_000 : 500, 2_000, at, 3, LIVE, H);
                with = with.vote(vantage, late || i == extra ? 7_000 : 500, 2_000, at, 3, LIVE, H);
                assertThat(!with.isSlow() && without.isSlow()).isFalse();
            }
        }
    }

    @Test
    void readsItsForm() {
        Slowness slowness = Slowness.NONE
                .vote("eu", 7_000, 2_000, START, 2, LIVE, H)
                .vote("us", 7_000, 2_000, START, 2, LIVE, H)
                .vote("us", 7_000, 2_000, START, 2, LIVE, H);
        assertThat(HexFormat.of().formatHex(bytes(slowness))).isEqualTo(VERSION_1);
        Slowness read = Slowness.read(new StateReader(HexFormat.of().parseHex(VERSION_1)));
        assertThat(bytes(read)).isEqualTo(bytes(slowness));
        assertThat(bytes(Slowness.read(new StateReader(bytes(slow()))))).isEqualTo(bytes(slow()));
    }

    private static Slowness slow() {
        Slowness slowness = Slowness.NONE;
        for (int i = 0; i < 6; i++) {
            slowness = slowness.vote("eu", 7_000, 2_000, START, 1, LIVE, H);
        }
        assertThat(slowness.isSlow()).isTrue();
        return slowness;
    }

    private static byte[] bytes(Slowness slowness) {
        StateWriter out = new StateWriter();
        slowness.write(out);
        return out.toByteArray();
    }
}
