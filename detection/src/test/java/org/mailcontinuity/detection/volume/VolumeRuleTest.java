package org.mailcontinuity.detection.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

class VolumeRuleTest {
    private static final long SLOT = 300_000;
    private static final long HOUR = 12 * SLOT;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    private static final long START = 2_900 * WEEK;

    @Test
    void worksTheExamplesOfSurprise() {
        assertThat(Surprise.nats(0, 40, 50)).isCloseTo(29.4, within(0.1));
        assertThat(Surprise.nats(8, 40, 50)).isCloseTo(12.6, within(0.1));
        assertThat(Surprise.nats(40, 40, 50)).isZero();
        assertThat(Surprise.nats(90, 40, 50)).isZero();
    }

    @Test
    void boundsWhatHappensByChance() {
        Random random = new Random(3);
        int rare = 0;
        int runs = 200_000;
        for (int i = 0; i < runs; i++) {
            double rate = 0;
            for (int k = 0; k < 10; k++) {
                rate -= Math.log(1 - random.nextDouble()) / 10;
            }
            rare += Surprise.nats(poisson(random, 30 * rate), 30, 10) >= Math.log(1_000) ? 1 : 0;
        }
        assertThat(rare / (double) runs).isLessThanOrEqualTo(1e-3);
    }

    @Test
    void isMoreSurprisedTheLessComes() {
        for (double expected : new double[] {1, 10, 100, 10_000}) {
            for (double shape : new double[] {0.5, 5, 50}) {
                double before = Double.MAX_VALUE;
                for (int seen = 0; seen < expected; seen = seen * 3 / 2 + 1) {
                    double nats = Surprise.nats(seen, expected, shape);
                    assertThat(nats).isLessThan(before).isPositive();
                    before = nats;
                }
            }
        }
    }

    @Test
    void worksTheExampleOfSilence() {
        Mail mail = new Mail();
        mail.steady(5 * WEEK, 40 / 12.0);
        long began = mail.now;
        mail.steady(30 * 60_000, 0);
        assertThat(mail.lullNow().kind()).isEqualTo(Lull.Kind.SILENT);
        assertThat(mail.lullNow().seen()).isZero();
        assertThat(mail.lullNow().isTotal()).isTrue();
        assertThat(mail.now - began).isLessThanOrEqualTo(35 * 60_000L);
    }

    @Test
    void expectsNothingBeforeFourWeeksAreKnown() {
        Mail mail = new Mail();
        mail.steady(4 * WEEK - DAY, 10);
        mail.steady(DAY / 2, 0);
        assertThat(mail.state.lull()).isEqualTo(Lull.NONE);
        assertThat(mail.state.expectedPerMinute(mail.now)).isZero();
    }

    @Test
    void findsEightyPercentMissing() {
        Mail mail = new Mail();
        mail.steady(5 * WEEK, 10);
        mail.random(HOUR, 2);
        assertThat(mail.lullNow().kind()).isEqualTo(Lull.Kind.SILENT);
        assertThat(mail.lullNow().isTotal()).isFalse();
    }

    @Test
    void staysQuietForMonthsOfMailWithoutAFault() {
        Mail mail = new Mail();
        for (int day = 0; day < 70; day++) {
            mail.office(day % 7 < 5);
            assertThat(mail.lulls).isZero();
        }
    }

    @Test
    void callsADayOffUnusualAndAStopAtWorkSilent() {
        Mail mail = new Mail();
        for (int day = 0; day < 36; day++) {
            mail.office(day % 7 < 5);
        }
        Mail dayOff = mail.copy();
        dayOff.office(false);
        assertThat(dayOff.worst).isEqualTo(Lull.Kind.UNUSUAL);
        Mail stop = mail.copy();
        stop.steady(8 * HOUR, 0.3);
        stop.random(3 * HOUR, 8);
        assertThat(stop.worst).isEqualTo(Lull.Kind.NONE);
        stop.steady(HOUR, 0);
        assertThat(stop.worst).isEqualTo(Lull.Kind.SILENT);
    }

    @Test
    void toleratesClocksThatChange() {
        Mail mail = new Mail();
        for (int day = 0; day < 35; day++) {
            mail.office(day % 7 < 5);
        }
        mail.steady(HOUR, 0.3);
        for (int day = 0; day < 5; day++) {
            mail.office(true);
        }
        assertThat(mail.worst).isEqualTo(Lull.Kind.NONE);
    }

    @Test
    void isOverWhenMailComesAgain() {
        Mail mail = new Mail();
        mail.steady(5 * WEEK, 10);
        mail.steady(2 * HOUR, 0);
        assertThat(mail.state.lull().kind()).isEqualTo(Lull.Kind.SILENT);
        long since = mail.state.lull().since();
        mail.steady(10 * 60_000, 10);
        assertThat(mail.lullNow().since()).isEqualTo(since);
        mail.steady(25 * 60_000, 10);
        assertThat(mail.lullNow()).isEqualTo(Lull.NONE);
        mail.steady(DAY, 10);
        assertThat(mail.lullNow()).isEqualTo(Lull.NONE);
    }

    @Test
    void learnsALastingChangeInTheEnd() {
        Mail mail = new Mail();
        mail.steady(5 * WEEK, 10);
        mail.random(2 * DAY, 3);
        assertThat(mail.lullNow().kind()).isEqualTo(Lull.Kind.SILENT);
        mail.random(3 * WEEK, 3);
        assertThat(mail.lullNow()).isEqualTo(Lull.NONE);
    }

    @Test
    void learnsNothingOfASilenceThatAnotherRuleExplains() {
        Mail mail = new Mail();
        mail.steady(5 * WEEK, 10);
        double expected = mail.state.expectedPerMinute(mail.now);
        mail.held = true;
        mail.steady(DAY, 0);
        assertThat(mail.state.expectedPerMinute(mail.now)).isEqualTo(expected);
    }

    @Test
    void takesAMissingReportForUnknown() {
        Mail mail = new Mail();
        mail.steady(5 * WEEK, 10);
        mail.now += 6 * HOUR;
        mail.steady(HOUR, 10);
        assertThat(mail.lullNow()).isEqualTo(Lull.NONE);
        mail.now += 30 * DAY;
        mail.steady(HOUR, 10);
        assertThat(mail.lullNow()).isEqualTo(Lull.NONE);
    }

    @Test
    void countsAReportOnceAndTwoSourcesBoth() {
        VolumeState one = VolumeRule.count(VolumeState.NONE, START, START + 60_000, 7, "mx1");
        VolumeState twice = VolumeRule.count(one, START, START + 60_000, 7, "mx1");
        assertThat(one.pending().count(0)).isEqualTo(7);
        assertThat(twice.pending().count(0)).isEqualTo(7);
        assertThat(VolumeRule.count(twice, START, START + 60_000, 5, "mx2")
                        .pending()
                        .count(0))
                .isEqualTo(12);
        assertThat(VolumeRule.count(twice, START + 60_000, START + 120_000, 5, "mx1")
                        .pending()
                        .count(0))
                .isEqualTo(12);
    }

    @Test
    void doesNotMindTheOrderWithinTheGrace() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int[] order = {0, 1, 2, 3, 4, 5};
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int moved = order[i];
                order[i] = order[j];
                order[j] = moved;
            }
            VolumeState state = VolumeRule.count(VolumeState.NONE, START, START + 60_000, 1, "mx");
            VolumeState straight = state;
            for (int i = 0; i < order.length; i++) {
                state = minute(state, order[i]);
                straight = minute(straight, i);
            }
            for (int slot = 0; slot < 3; slot++) {
                assertThat(state.pending().count(slot))
                        .isEqualTo(straight.pending().count(slot));
            }
        }
    }

    @Test
    void spreadsALongReport() {
        VolumeState state = VolumeRule.count(VolumeState.NONE, START, START + HOUR, 100, "mx");
        long sum = 0;
        for (int slot = 0; slot < 12; slot++) {
            assertThat(state.pending().count(slot)).isBetween(8L, 9L);
            sum += state.pending().count(slot);
        }
        assertThat(sum).isEqualTo(100);
        assertThat(state.pending().count(12)).isEqualTo(Pending.UNCOVERED);
    }

    @Test
    void losesNothingOfReportsThatStraddleSlotsOrAreLong() {
        for (long span : new long[] {60_000, SLOT, HOUR}) {
            for (long phase : new long[] {0, 173_000}) {
                VolumeState state = VolumeState.NONE;
                long now = START + phase;
                while (now < START + 5 * WEEK) {
                    now += span;
                    state = VolumeRule.judge(state, now, false);
                    state = VolumeRule.count(state, now - span, now, 2 * span / 1_000, "mx");
                }
                assertThat(state.expectedPerMinute(now)).isBetween(114.0, 121.0);
            }
        }
    }

    @Test
    void survivesItsFormAndStaysSmall() {
        Mail mail = new Mail();
        for (int day = 0; day < 40; day++) {
            mail.office(day % 7 < 5);
            mail.state = VolumeState.read(new StateReader(bytes(mail.state)));
        }
        mail.steady(40 * 60_000, 0);
        byte[] bytes = bytes(mail.state);
        assertThat(bytes).hasSizeLessThan(1_024);
        assertThat(bytes(VolumeState.read(new StateReader(bytes)))).isEqualTo(bytes);
        assertThat(mail.worst).isEqualTo(Lull.Kind.NONE);
        assertThat(bytes(VolumeState.NONE)).containsExactly(1, 0);
    }

    private static VolumeState minute(VolumeState state, int minute) {
        long from = START + minute * 100_000L;
        return VolumeRule.count(state, from, from + 60_000, 10 + minute, "mx");
    }

    private static long poisson(Random random, double mean) {
        long count = 0;
        for (double sum = -Math.log(1 - random.nextDouble()); sum < mean; sum -= Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }

    private static byte[] bytes(VolumeState state) {
        StateWriter out = new StateWriter();
        state.write(out);
        return out.toByteArray();
    }

    /** Mail as an agent reports it, every 5 minutes. */
    private static final class Mail {
        private final Random random = new Random(17);
        private VolumeState state = VolumeState.NONE;
        private long now = START;
        private double owed;
        private boolean held;
        private int lulls;
        private Lull.Kind worst = Lull.Kind.NONE;

        Mail copy() {
            Mail copy = new Mail();
            copy.state = state;
            copy.now = now;
            return copy;
        }

        void steady(long span, double each) {
            for (long end = now + span; now < end; ) {
                owed += each;
                report((long) owed);
                owed -= (long) owed;
            }
        }

        void random(long span, double mean) {
            for (long end = now + span; now < end; ) {
                report(poisson(random, mean));
            }
        }

        /** Little at night, much from 8 to 17. */
        void office(boolean works) {
            random(8 * HOUR, 0.3);
            random(9 * HOUR, works ? 8 : 0.5);
            random(7 * HOUR, 0.3);
        }

        Lull lullNow() {
            return VolumeRule.judge(state, now + 120_000, held).lull();
        }

        private void report(long count) {
            now += SLOT;
            state = VolumeRule.judge(state, now, held);
            state = VolumeRule.count(state, now - SLOT, now, count, "mx");
            lulls += state.lull().kind() == Lull.Kind.NONE ? 0 : 1;
            worst = state.lull().kind().compareTo(worst) > 0 ? state.lull().kind() : worst;
        }
    }
}
