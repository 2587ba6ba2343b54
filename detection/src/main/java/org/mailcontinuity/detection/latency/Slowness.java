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
 *   <li>A vantage's points stay in [0, H / min(2, v)], v = vantages that look:
 *       one slow line is not a slow mail system.
 *   <li>A vantage silent for more than six times as long drops out.
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
    public static final Slowness NONE = new Slowness(new String[0], new byte[0], new long[0], 0, 0, false);

    private static final int VERSION = 1;
    private static final int SLOW = 8;
    private static final int FAST = -1;
    private static final int OVER = 14;
    private static final double SILENT = 6.14;
    private static final int MOST_VANTAGES = 64;

    private final String[] vantages;
    private final byte[] points;
    private final long[] votedAt;
    private final int fastInRow;
    private final long since;
    private final boolean slow;

    private Slowness(String[] vantages, byte[] points, long[] votedAt, int fastInRow, long since, boolean slow) {
        this.vantages = vantages;
        this.points = points;
        this.votedAt = votedAt;
        this.fastInRow = fastInRow;
        this.since = since;
        this.slow = slow;
    }

    /**
     * After a good vote.
     *
     * @param late true if it was slow
     * @param at event time, epoch milliseconds
     * @param looking how many vantages look, this one among them
     * @param live how long a vantage counts as looking after its last vote, milliseconds
     * @param threshold H, at most 127
     */
    public Slowness vote(String vantage, boolean late, long at, int looking, long live, int threshold) {
        int voter = indexOf(vantage);
        boolean unknown = voter < 0;
        if ((isClear() && !late) || (unknown && vantages.length == MOST_VANTAGES)) {
            return this;
        }
        int size = unknown ? vantages.length + 1 : vantages.length;
        int place = unknown ? vantages.length : voter;
        String[] names = vantages;
        if (unknown) {
            names = Arrays.copyOf(vantages, size);
            names[place] = vantage;
        }
        byte[] nextPoints = Arrays.copyOf(points, size);
        long[] voted = Arrays.copyOf(votedAt, size);
        voted[place] = Math.max(voted[place], at);
        int cap = threshold / Math.clamp(looking, 1, 2);
        int score = 0;
        for (int i = 0; i < size; i++) {
            int value = nextPoints[i] + (i != place ? 0 : late ? SLOW : FAST);
            nextPoints[i] = (byte) (at - voted[i] > SILENT * live ? 0 : Math.clamp(value, 0, cap));
            score += nextPoints[i];
        }
        int row = late ? 0 : Math.min(OVER, fastInRow + 1);
        boolean over = slow && row >= OVER;
        if (over) {
            Arrays.fill(nextPoints, (byte) 0);
        }
        long began = score == 0 || over ? (late ? at : 0) : since == 0 ? at : since;
        return new Slowness(names, nextPoints, voted, row, began, !over && (slow || score >= threshold));
    }

    /** True if mail gets through slowly. */
    public boolean isSlow() {
        return slow;
    }

    /** True if no vote of late was slow, so that a fast one changes nothing but times. */
    public boolean isClear() {
        return !slow && since == 0;
    }

    /** When the evidence began, epoch milliseconds; 0 if there is none. */
    public long since() {
        return since;
    }

    /** S, the sum of what the vantages count. */
    public int score() {
        int score = 0;
        for (byte value : points) {
            score += value;
        }
        return score;
    }

    /** True if a vantage sees slow mail. */
    public boolean agrees(String vantage) {
        int index = indexOf(vantage);
        return index >= 0 && points[index] > 0;
    }

    /** Without evidence: nothing may be raised, or what was slow is over for another reason. */
    public Slowness reset() {
        return isClear() ? this : new Slowness(vantages, new byte[points.length], votedAt, 0, 0, false);
    }

    /** Writes it in its binary form, which begins with its version. */
    public void write(StateWriter out) {
        out.octet(VERSION);
        out.number(fastInRow);
        out.number(since);
        out.flag(slow);
        out.number(vantages.length);
        for (int i = 0; i < vantages.length; i++) {
            out.text(vantages[i]);
            out.octet(points[i]);
            out.number(votedAt[i]);
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
        int size = in.integer();
        if (size < 0 || size > MOST_VANTAGES) {
            throw new IllegalArgumentException("state has " + size + " vantages, at most " + MOST_VANTAGES);
        }
        String[] names = new String[size];
        byte[] points = new byte[size];
        long[] votedAt = new long[size];
        for (int i = 0; i < size; i++) {
            names[i] = in.text();
            points[i] = (byte) in.octet();
            votedAt[i] = in.number();
        }
        return new Slowness(names, points, votedAt, fastInRow, since, slow);
    }

    private int indexOf(String vantage) {
        for (int i = 0; i < vantages.length; i++) {
            if (vantage.equals(vantages[i])) {
                return i;
            }
        }
        return -1;
    }
}
