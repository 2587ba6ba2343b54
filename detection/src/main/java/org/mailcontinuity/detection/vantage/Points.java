package org.mailcontinuity.detection.vantage;

/**
 * The capped Bernoulli CUSUM of one vantage (Page 1954) and the loss its line has in healthy times.
 *
 * @param value the sum, 0 to the cap
 * @param lossPpm learned share of bad votes, parts per million: an exponential mean over about 1,000 votes, held while
 *     the direction is disrupted
 * @param highRounds rounds in a row spent near the cap while the others saw nothing
 * @param round the latest round of those; 0 while there are none
 */
public record Points(int value, int lossPpm, int highRounds, long round) {
    /** A vantage that never voted. */
    public static final Points NONE = new Points(0, 0, 0, 0);

    private static final int MEMORY = 1_000;
    private static final int GOOD = -1;

    /** What a bad vote adds: +8 up to 2 % learned loss, +6 up to 5 %, above that +4 (fix the path first). */
    public int weight() {
        if (lossPpm <= 20_000) {
            return 8;
        }
        return lossPpm <= 50_000 ? 6 : 4;
    }

    /** After a vote, clamped to [0, cap]. */
    public Points vote(boolean against, int cap) {
        int next = value + (against ? weight() : GOOD);
        return with(Math.clamp(next, 0, cap));
    }

    /** After learning a vote of healthy times. */
    public Points learn(boolean against) {
        int step = ((against ? 1_000_000 : 0) - lossPpm) / MEMORY;
        return step == 0 ? this : new Points(value, lossPpm + step, highRounds, round);
    }

    /** With the sum set. */
    public Points with(int sum) {
        return sum == value ? this : new Points(sum, lossPpm, highRounds, round);
    }

    /** After a round that was or was not spent near the cap alone. A second vote of the same round changes nothing. */
    public Points spend(long of, boolean aloneNearCap) {
        if (!aloneNearCap) {
            return highRounds == 0 ? this : new Points(value, lossPpm, 0, 0);
        }
        return of <= round && highRounds > 0 ? this : new Points(value, lossPpm, highRounds + 1, of);
    }
}
