package org.mailcontinuity.detection.burnrate;

import java.time.Duration;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * Votes of one direction by the minute for 30 minutes and by 5 minutes for 6 hours. Immutable.
 *
 * <p>Minute {@code m} stands at index {@code m mod 30}, the 5 minutes {@code f} at {@code f mod 72}. The current one is part
 * of every window, so that a window is up to one slot shorter than it says, and never longer.
 */
public final class VoteCounts {
    /** Nobody voted. */
    public static final VoteCounts NONE = new VoteCounts(0, new short[60], new short[144]);

    private static final int VERSION = 1;
    private static final long MINUTE = 60_000;
    private static final int MINUTES = 30;
    private static final int FIVES = 72;
    private static final int FIVE = 5;

    private final long latest;
    private final short[] minutes;
    private final short[] fives;

    /** @param minutes votes and votes against by turns; as are {@code fives} */
    private VoteCounts(long latest, short[] minutes, short[] fives) {
        this.latest = latest;
        this.minutes = minutes;
        this.fives = fives;
    }

    /** True if nobody ever voted. */
    public boolean isEmpty() {
        return latest == 0;
    }

    /** With a vote. @param at event time, epoch milliseconds; of what is older than the windows nothing is kept */
    public VoteCounts vote(boolean against, long at) {
        long minute = Math.floorDiv(at, MINUTE);
        long newest = Math.max(latest, minute);
        short[] nextMinutes = minutes.clone();
        short[] nextFives = fives.clone();
        empty(nextMinutes, latest + 1, newest, MINUTES);
        empty(nextFives, latest / FIVE + 1, newest / FIVE, FIVES);
        if (newest - minute < MINUTES) {
            add(nextMinutes, minute % MINUTES, against);
        }
        if (newest / FIVE - minute / FIVE < FIVES) {
            add(nextFives, minute / FIVE % FIVES, against);
        }
        return new VoteCounts(newest, nextMinutes, nextFives);
    }

    /** Votes in the window that ends now. @param window whole minutes up to 30, or whole 5 minutes up to 6 hours */
    public int votes(Duration window, long now) {
        return sum(window, now, 0);
    }

    /** Votes against in the window that ends now. */
    public int against(Duration window, long now) {
        return sum(window, now, 1);
    }

    private int sum(Duration window, long now, int which) {
        long minute = Math.floorDiv(now, MINUTE);
        long span = window.toMinutes();
        boolean fine = span <= MINUTES;
        short[] slots = fine ? minutes : fives;
        int size = fine ? MINUTES : FIVES;
        long end = fine ? minute : minute / FIVE;
        long newest = fine ? latest : latest / FIVE;
        long first = end - (fine ? span : span / FIVE) + 1;
        int sum = 0;
        for (long slot = Math.max(first, newest - size + 1); slot <= Math.min(end, newest); slot++) {
            sum += slots[2 * (int) Math.floorMod(slot, (long) size) + which];
        }
        return sum;
    }

    /** Writes it in its binary form, which begins with its version: slots without votes cost one octet. */
    public void write(StateWriter out) {
        out.octet(VERSION);
        out.number(latest);
        write(out, minutes);
        write(out, fives);
    }

    /** Reads what {@link #write} wrote. @throws IllegalArgumentException if it is of no known version */
    public static VoteCounts read(StateReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("version of the vote counts must be " + VERSION + ", was " + version);
        }
        return new VoteCounts(in.number(), read(in, MINUTES), read(in, FIVES));
    }

    private static void write(StateWriter out, short[] slots) {
        for (int i = 0; i < slots.length; i += 2) {
            out.number(slots[i]);
            if (slots[i] > 0) {
                out.number(slots[i + 1]);
            }
        }
    }

    private static short[] read(StateReader in, int size) {
        short[] slots = new short[2 * size];
        for (int i = 0; i < slots.length; i += 2) {
            slots[i] = (short) in.integer();
            slots[i + 1] = slots[i] > 0 ? (short) in.integer() : 0;
        }
        return slots;
    }

    private static void empty(short[] slots, long first, long last, int size) {
        for (long slot = Math.max(first, last - size + 1); slot <= last; slot++) {
            int at = 2 * (int) Math.floorMod(slot, (long) size);
            slots[at] = 0;
            slots[at + 1] = 0;
        }
    }

    private static void add(short[] slots, long slot, boolean against) {
        int at = 2 * (int) Math.floorMod(slot, slots.length / 2);
        slots[at] = (short) Math.min(Short.MAX_VALUE, slots[at] + 1);
        if (against) {
            slots[at + 1] = (short) Math.min(slots[at], slots[at + 1] + 1);
        }
    }
}
