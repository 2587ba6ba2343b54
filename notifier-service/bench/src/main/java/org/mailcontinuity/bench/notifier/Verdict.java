package org.mailcontinuity.bench.notifier;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What the receivers counted, beside what was asked for. A twin is explained if the one before it
 *
 * <ul>
 *   <li>was not answered: the receiver took it, and nobody knew;
 *   <li>was answered less than {@link #COMMIT_MILLIS} before a replica was killed: the answer was not stored.
 * </ul>
 *
 * @param twins more than one arrival of one delivery
 * @param longestMillis the longest from an answer to the kill that made the notifier forget it
 */
record Verdict(int asked, int lost, int twins, int unanswered, int killed, int unexplained, double longestMillis) {
    static final String HEAD = "| fault | asked | lost | twice | answer lost | killed before the commit | unexplained |"
            + System.lineSeparator() + "|---|---|---|---|---|---|---|";
    private static final double COMMIT_MILLIS = 2_000;

    /** @param kills when replicas were killed, ascending, by {@link System#nanoTime} */
    static Verdict of(List<UUID> ids, Arrivals arrivals, List<Long> kills) {
        int lost = 0;
        int unanswered = 0;
        int killed = 0;
        int unexplained = 0;
        double longest = 0;
        for (UUID id : ids) {
            List<Arrivals.Arrival> all = arrivals.of(id);
            lost += all.isEmpty() ? 1 : 0;
            for (int i = 1; i < all.size(); i++) {
                Arrivals.Arrival before = all.get(i - 1);
                double gap = untilKill(before.nanos(), all.get(i).nanos(), kills);
                if (!before.answered()) {
                    unanswered++;
                } else if (gap <= COMMIT_MILLIS) {
                    killed++;
                    longest = Math.max(longest, gap);
                } else {
                    unexplained++;
                }
            }
        }
        return new Verdict(
                ids.size(), lost, unanswered + killed + unexplained, unanswered, killed, unexplained, longest);
    }

    private static double untilKill(long first, long second, List<Long> kills) {
        return kills.stream()
                .filter(kill -> kill >= first && kill <= second)
                .mapToDouble(kill -> (kill - first) / 1e6)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    String told(String name) {
        String window = killed == 0 ? "0" : String.format(Locale.ROOT, "%d (at most %.0f ms)", killed, longestMillis);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %s | %d |",
                name,
                asked,
                lost,
                twins,
                unanswered,
                window,
                unexplained);
    }
}
