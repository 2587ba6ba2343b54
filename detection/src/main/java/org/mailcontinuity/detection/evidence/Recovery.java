package org.mailcontinuity.detection.evidence;

import org.mailcontinuity.detection.cause.CauseTally;

/**
 * When a disruption is over.
 *
 * <ol>
 *   <li>p = clamp((against + 1) / (n + 2), 0.2, 0.97), the loss over the disruption up to its last vote against.
 *   <li>k = clamp(ceil(ln 1e-4 / ln(1 - p)), 6, 42): so many good votes in a row come by chance once in 10,000 times.
 *   <li>Each reopening triples k, to at most 180: an hour of flapping then alerts three times, where doubling k would
 *       alert a fourth time.
 *   <li>It is over after k good votes in a row; but one more vote against never ends it sooner, however it changes k: as
 *       many are needed as were still lacking before it, at least.
 * </ol>
 *
 * <p>Example: everything failed, 20 of 20: p = 21/22 = 0.955, k = ceil(9.21 / 3.10) = 3, clamped to 6. Half failed, 10 of
 * 20: p = 0.5, k = ceil(9.21 / 0.693) = 14. A tenth failed: p = 0.2, k = 42.
 */
public final class Recovery {
    private static final double CHANCE = Math.log(1e-4);
    private static final int LEAST = 6;
    private static final int MOST = 42;
    private static final int MOST_AFTER_FLAPS = 180;
    private static final int MOST_REOPENINGS = 4;

    private Recovery() {}

    /**
     * The tally with the good votes in a row that are needed after a vote against.
     *
     * @param before the tally without that vote
     */
    public static CauseTally afterVoteAgainst(CauseTally tally, CauseTally before, int reopenings) {
        int passed = Math.max(1, tally.votes() - before.votesAtLast());
        int lacking = before.needed() - passed;
        return tally.needing(Math.max(lacking, goodVotesNeeded(tally.against(), tally.votes(), reopenings)));
    }

    /** True if the disruption is over. */
    public static boolean isOver(CauseTally tally, int reopenings) {
        int needed =
                tally.needed() > 0 ? tally.needed() : goodVotesNeeded(tally.against(), tally.votesAtLast(), reopenings);
        return tally.goodInRow() >= needed;
    }

    /** k: the good votes in a row that end a disruption with so many votes against of so many. */
    public static int goodVotesNeeded(int against, int votes, int reopenings) {
        double p = Math.clamp((against + 1.0) / (votes + 2.0), 0.2, 0.97);
        int k = Math.clamp((int) Math.ceil(CHANCE / Math.log1p(-p)), LEAST, MOST);
        for (int i = 0; i < Math.min(MOST_REOPENINGS, reopenings); i++) {
            k *= 3;
        }
        return Math.min(MOST_AFTER_FLAPS, k);
    }
}
