package org.mailcontinuity.detection.volume;

import java.util.Arrays;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * The last 48 slots of 5 minutes: what came, and what was thought of the day when they began. Immutable.
 *
 * <p>Slot {@code s} stands at index {@code s mod 48}.
 */
final class Recent {
    static final int SLOTS = 48;
    static final Recent NONE = none();

    private static final float STEPS = 100;
    private static final int WORKS = 0x80;
    private static final int FACTOR = 0x7F;

    private final long[] counts;
    private final byte[] levels;

    private Recent(long[] counts, byte[] levels) {
        this.counts = counts;
        this.levels = levels;
    }

    private static Recent none() {
        long[] counts = new long[SLOTS];
        Arrays.fill(counts, Pending.UNCOVERED);
        return new Recent(counts, new byte[SLOTS]);
    }

    /** With one more slot in the place of the oldest. @param level before the slot */
    Recent with(long slot, long count, Level level) {
        long[] nextCounts = counts.clone();
        byte[] nextLevels = levels.clone();
        int at = index(slot);
        nextCounts[at] = count;
        nextLevels[at] = (byte) (Math.round(level.factor() * STEPS) | (level.works() ? WORKS : 0));
        return new Recent(nextCounts, nextLevels);
    }

    /** Messages in a slot, or {@link Pending#UNCOVERED}. */
    long count(long slot) {
        return counts[index(slot)];
    }

    /** The day's factor when the slot began. */
    float factor(long slot) {
        return (levels[index(slot)] & FACTOR) / STEPS;
    }

    /** True if the day had shown itself a usual one when the slot began. */
    boolean works(long slot) {
        return (levels[index(slot)] & WORKS) != 0;
    }

    void write(StateWriter out) {
        for (int i = 0; i < SLOTS; i++) {
            out.number(counts[i]);
            out.octet(levels[i] & 0xFF);
        }
    }

    static Recent read(StateReader in) {
        long[] counts = new long[SLOTS];
        byte[] levels = new byte[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            counts[i] = in.number();
            levels[i] = (byte) in.octet();
        }
        return new Recent(counts, levels);
    }

    private static int index(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS);
    }
}
