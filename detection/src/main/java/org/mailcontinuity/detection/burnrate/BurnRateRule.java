package org.mailcontinuity.detection.burnrate;

import java.time.Duration;
import java.util.Optional;

/**
 * Multiwindow, multi-burn-rate alerting on an objective (Google, The Site Reliability Workbook, chapter 5, table 5-8).
 *
 * <ol>
 *   <li>The objective says what share of checks is to be good (default 99 %); the rest is the error budget. The burn rate of
 *       a window is the share of votes against in it over the budget: 1 uses the budget up exactly.
 *   <li><em>Fast</em>: burn rate above 14.4 over the last hour and over the last 5 minutes: 2 % of a month's budget in an
 *       hour.
 *   <li><em>Slow</em>: above 6 over the last 6 hours and over the last 30 minutes: 5 % in six hours.
 *   <li>It fires while either holds and the longer window has at least 5 votes against, so that one failure of a monitor
 *       that is new does not fire. It is over when neither holds: the shorter windows see to that soon after mail flows.
 * </ol>
 *
 * <p>Worked example, objective 99 %, a check every 30 seconds, healthy for hours, then all fail: the hour's share passes
 * 14.4 % with the 18th failure of 120: after 9 minutes. It is over when less than 14.4 % of the last 5 minutes and less than
 * 6 % of the last 30 failed.
 */
public final class BurnRateRule {
    private static final int ENOUGH = 5;

    private BurnRateRule() {}

    /** A pair of windows and the burn rate above which both must be. */
    public enum Alarm {
        FAST(14.4, Duration.ofHours(1), Duration.ofMinutes(5)),
        SLOW(6, Duration.ofHours(6), Duration.ofMinutes(30));

        private final double rate;
        private final Duration over;
        private final Duration still;

        Alarm(double rate, Duration over, Duration still) {
            this.rate = rate;
            this.over = over;
            this.still = still;
        }

        /** The burn rate that is too high. */
        public double rate() {
            return rate;
        }

        /** The longer window. */
        public Duration over() {
            return over;
        }
    }

    /**
     * The alarm that holds, the faster one first.
     *
     * @param objective share of checks that is to be good, below 1
     * @param now epoch milliseconds
     */
    public static Optional<Alarm> alarm(VoteCounts counts, double objective, long now) {
        for (Alarm alarm : Alarm.values()) {
            boolean enough = counts.against(alarm.over, now) >= ENOUGH;
            if (enough
                    && rate(counts, alarm.over, objective, now) > alarm.rate
                    && rate(counts, alarm.still, objective, now) > alarm.rate) {
                return Optional.of(alarm);
            }
        }
        return Optional.empty();
    }

    /** The burn rate of a window of up to 6 hours; 0 if nobody voted in it. */
    public static double rate(VoteCounts counts, Duration window, double objective, long now) {
        int votes = counts.votes(window, now);
        return votes == 0 ? 0 : counts.against(window, now) / (double) votes / (1 - objective);
    }
}
