package org.mailcontinuity.detection.latency;

import java.util.Arrays;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * Evidence that mail gets through slowly, in one direction: the sum of capped counters of EVIDENCE, one per vantage, over
 * good votes only. Immutable.
 *
 * <ol>
 *   <li>A slow vote adds 8 points to its vantage, a fast one takes 1. A vote against says nothing of speed and counts
 *       nothing here; that is EVIDENCE's.
 *   <li>A vantage's points stay in [0, H / min(2, v)], v = vantages that look: one slow line is not a slow mail system.
 *   <li>A vantage silent for more than six times as long as it counts as looking drops out.
 *   <li>It is slow when the sum S reaches H, and it is over after 14 fast votes in a row.
 * </ol>
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>from</th><th>when</th><th>to</th></tr>
 *   <tr><td>nothing</td><td>a slow vote</td><td>evidence, since then</td></tr>
 *   <tr><td>evidence</td><td>S = 0</td><td>nothing</td></tr>
 *   <tr><td>evidence</td><td>S >= H</td><td>slow</td></tr>
 *   <tr><td>slow</td><td>14 fast votes in a row</td><td>nothing</td></tr>
 * </table>
 *
 * <p>Worked example, H = 48, two vantages, each vote slow: 8, 16, 24, 32, 40, 48: slow with the third round.
 */
public final class Slowness {
    /** No vote was slow. */
    public static final Slowness NONE = new Slowness(new Voter[0], 0, 0, false, 0, 0);

    private static final int VERSION = 1;
    private static final int SLOW = 8;
    private static final int FAST = -1;
    private static final int OVER = 14;
    private static final double SILENT = 6.14;
    private static final int MOST_VANTAGES = 64;

    private final Voter[] voters;
    private final int fastInRow;
    private final long since;
    private final boolean slow;
    private final long millis;
    private final long limit;

    private record Voter(String vantage, int points, long votedAt) {
        /** With what a vote adds, or after another's. */
        Voter counted(int added, int cap, boolean gone) {
            int next = gone ? 0 : Math.clamp(points + added, 0, cap);
            return next == points ? this : new Voter(vantage, next, votedAt);
        }
    }

    private Slowness(Voter[] voters, int fastInRow, long since, boolean slow, long millis, long limit) {
        this.voters = voters;
        this.fastInRow = fastInRow;
        this.since = since;
        this.slow = slow;
        this.millis = millis;
        this.limit = limit;
    }

    /**
     * After a good vote.
     *
     * @param took how long it took, milliseconds
     * @param most how long it may take and not be slow, milliseconds
     * @param at event time, epoch milliseconds
     * @param looking how many vantages look, this one among them
     * @param live how long a vantage counts as looking after its last vote, milliseconds
     * @param threshold H
     */
    public Slowness vote(String vantage, long took, long most, long at, int looking, long live, int threshold) {
        boolean late = took > most;
        if (isClear() && !late) {
            return this;
        }
        int cap = threshold / Math.clamp(looking, 1, 2);
        Voter[] next = voted(vantage, at);
        int score = 0;
        for (int i = 0; i < next.length; i++) {
            int added = !next[i].vantage.equals(vantage) ? 0 : late ? SLOW : FAST;
            next[i] = next[i].counted(added, cap, at - next[i].votedAt > SILENT * live);
            score += next[i].points;
        }
        int row = late ? 0 : Math.min(OVER, fastInRow + 1);
        if (slow ? row >= OVER : score == 0) {
            return NONE;
        }
        return new Slowness(
                next,
                row,
                since == 0 ? at : since,
                slow || score >= threshold,
                late ? took : millis,
                late ? most : limit);
    }

    /** True if mail gets through slowly. */
    public boolean isSlow() {
        return slow;
    }

    /** True if no vote of late was slow. */
    public boolean isClear() {
        return since == 0;
    }

    /** When the evidence began, epoch milliseconds; 0 if there is none. */
    public long since() {
        return since;
    }

    /** How long the latest slow vote took, milliseconds. */
    public long millis() {
        return millis;
    }

    /** How long it should have taken at most, milliseconds. */
    public long limit() {
        return limit;
    }

    /** S, the sum of what the vantages count. */
    public int score() {
        int score = 0;
        for (Voter voter : voters) {
            score += voter.points;
        }
        return score;
    }

    /** True if a vantage sees slow mail. */
    public boolean agrees(String vantage) {
        for (Voter voter : voters) {
            if (voter.vantage.equals(vantage)) {
                return voter.points > 0;
            }
        }
        return false;
    }

    /** Writes it in its binary form, which begins with its version. */
    public void write(StateWriter out) {
        out.octet(VERSION);
        out.number(fastInRow);
        out.number(since);
        out.flag(slow);
        out.number(millis);
        out.number(limit);
        out.number(voters.length);
        for (Voter voter : voters) {
            out.text(voter.vantage);
            out.number(voter.points);
            out.number(voter.votedAt - since);
        }
    }

    /** Reads what {@link #write} wrote. @throws IllegalArgumentException if it is of no known version */
    public static Slowness read(StateReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("version of slowness must be " + VERSION + ", was " + version);
        }
        int fastInRow = in.integer();
        long since = in.number();
        boolean slow = in.flag();
        long millis = in.number();
        long limit = in.number();
        int size = in.integer();
        if (size < 0 || size > MOST_VANTAGES) {
            throw new IllegalArgumentException("state has " + size + " vantages, at most " + MOST_VANTAGES);
        }
        Voter[] voters = new Voter[size];
        for (int i = 0; i < size; i++) {
            voters[i] = new Voter(in.text(), in.integer(), since + in.number());
        }
        return since == 0 ? NONE : new Slowness(voters, fastInRow, since, slow, millis, limit);
    }

    /** The voters, with that one's time; one more if it is new and there is room. */
    private Voter[] voted(String vantage, long at) {
        for (int i = 0; i < voters.length; i++) {
            if (voters[i].vantage.equals(vantage)) {
                Voter[] next = voters.clone();
                next[i] = new Voter(vantage, voters[i].points, Math.max(voters[i].votedAt, at));
                return next;
            }
        }
        if (voters.length == MOST_VANTAGES) {
            return voters.clone();
        }
        Voter[] next = Arrays.copyOf(voters, voters.length + 1);
        next[voters.length] = new Voter(vantage, 0, at);
        return next;
    }
}
