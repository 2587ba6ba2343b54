package org.mailcontinuity.detection.vantage;

/**
 * The last rounds of one route as one vantage saw them. Bit {@code i} of a mask stands for round {@code round - i}.
 *
 * @param key what was tried
 * @param round the latest round seen; a round is {@code floor(scheduledAt / interval)}
 * @param seen rounds that have voted, for finding duplicates
 * @param good rounds in which mail got through, since the evidence began
 * @param bad rounds in which it did not, since the evidence began
 * @param confirmedAt scheduledAt of the latest confirmation, epoch milliseconds; 0 if none. Confirmations run beside the
 *     grid, so that a round's own check is no duplicate of them
 * @param deferral the 4xx replies in a row
 */
public record RouteHistory(RouteKey key, long round, int seen, int good, int bad, long confirmedAt, Deferral deferral) {
    private static final int REMEMBERED = 32;
    private static final int JUDGED = 10;

    /** A route never seen before, about to vote in a round. */
    public static RouteHistory first(RouteKey key, long round) {
        return new RouteHistory(key, round, 0, 0, 0, 0, Deferral.NONE);
    }

    /** True if the round has voted already, or is too long ago to tell. */
    public boolean isDuplicate(long of) {
        long age = round - of;
        return age >= REMEMBERED || (age >= 0 && (seen & bit(age)) != 0);
    }

    /** True if a confirmation scheduled at that instant (epoch milliseconds) has voted already. */
    public boolean isDuplicateConfirmation(long scheduledAt) {
        return scheduledAt <= confirmedAt;
    }

    /** With the vote of a round on the grid. Precondition: it is no duplicate. */
    public RouteHistory vote(long of, boolean through, Deferral after) {
        RouteHistory moved = moveTo(of);
        int bit = bit(moved.round - of);
        return new RouteHistory(
                key,
                moved.round,
                moved.seen | bit,
                through ? moved.good | bit : moved.good,
                through ? moved.bad : moved.bad | bit,
                confirmedAt,
                after);
    }

    /** With the vote of a confirmation. It counts in its round beside the round's own. */
    public RouteHistory confirm(long of, long scheduledAt, boolean through, Deferral after) {
        RouteHistory moved = moveTo(of);
        long age = moved.round - of;
        int bit = age >= REMEMBERED ? 0 : bit(age);
        return new RouteHistory(
                key,
                moved.round,
                moved.seen,
                through ? moved.good | bit : moved.good,
                through ? moved.bad : moved.bad | bit,
                scheduledAt,
                after);
    }

    /** With the outcomes before a round forgotten, but not which rounds have voted: new evidence begins with it. */
    public RouteHistory forgetOutcomesBefore(long of) {
        if ((good | bad) == 0) {
            return this;
        }
        long age = round - of;
        int kept = age < 0 ? 0 : first(age + 1);
        return new RouteHistory(key, round, seen, good & kept, bad & kept, confirmedAt, deferral);
    }

    /** True if anything is known of a round: it voted, or a confirmation did. */
    public boolean knows(long of) {
        long age = round - of;
        return age >= 0 && age < REMEMBERED && ((seen | good | bad) & bit(age)) != 0;
    }

    /** True if the round is known to have failed. */
    public boolean failed(long of) {
        long age = round - of;
        return age >= 0 && age < REMEMBERED && (bad & bit(age)) != 0 && (good & bit(age)) == 0;
    }

    /** True if its replies look like greylisting and give no points yet. */
    public boolean isDeferred(long at) {
        return deferral.count() > 0 && deferral.holds(at);
    }

    /** How many of the vantage's last 10 rounds were good, {@code latest} being its latest round. */
    public int recentGood(long latest) {
        return Integer.bitCount(goodRounds(latest));
    }

    /** How many of the vantage's last 10 rounds were bad. */
    public int recentBad(long latest) {
        return Integer.bitCount(badRounds(latest));
    }

    /** Which of the vantage's last 10 rounds were good: bit {@code i} stands for round {@code latest - i}. */
    public int goodRounds(long latest) {
        return judged(good, latest);
    }

    /** Which of the vantage's last 10 rounds were bad: bit {@code i} stands for round {@code latest - i}. */
    public int badRounds(long latest) {
        return judged(bad, latest);
    }

    private RouteHistory moveTo(long of) {
        long by = of - round;
        if (by <= 0) {
            return this;
        }
        if (by >= REMEMBERED) {
            return new RouteHistory(key, of, 0, 0, 0, confirmedAt, deferral);
        }
        return new RouteHistory(key, of, seen << by, good << by, bad << by, confirmedAt, deferral);
    }

    private int judged(int rounds, long latest) {
        long behind = Math.max(0, latest - round);
        return behind >= JUDGED ? 0 : (rounds << behind) & first(JUDGED);
    }

    private static int first(long rounds) {
        return rounds >= REMEMBERED ? -1 : (1 << rounds) - 1;
    }

    private static int bit(long age) {
        return 1 << age;
    }
}
