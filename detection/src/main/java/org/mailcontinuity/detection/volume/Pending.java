package org.mailcontinuity.detection.volume;

import java.util.Arrays;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * Counts of slots that are not over, or only just. A report counts once however often it comes: it is known by source and
 * span. Immutable.
 */
final class Pending {
    static final Pending NONE = new Pending(new long[0], new long[0]);
    /** A slot of which nobody reported. */
    static final long UNCOVERED = -1;

    private static final int MOST_SLOTS = 48;
    private static final int MOST_REPORTS = 512;
    private static final int SLOT_SHIFT = 32;

    private final long[] counts;
    private final long[] reports;

    private Pending(long[] counts, long[] reports) {
        this.counts = counts;
        this.reports = reports;
    }

    /** Slots from the next to be judged on that have a count. */
    int size() {
        return counts.length;
    }

    /** Count of the slot so many after the next to be judged, or {@link #UNCOVERED}. */
    long count(int ahead) {
        return ahead < counts.length ? counts[ahead] : UNCOVERED;
    }

    /**
     * With a report spread evenly over the slots it covers; what lies before the next slot to be judged is history.
     *
     * @param next the next slot to be judged
     * @param first first slot covered
     * @param last last slot covered, at most 47 after {@code next}
     */
    Pending with(long next, long first, long last, long count, int report) {
        long known = last << SLOT_SHIFT | (report & 0xFFFF_FFFFL);
        if (last < next || last - next >= MOST_SLOTS || contains(known) || reports.length >= MOST_REPORTS) {
            return this;
        }
        long[] counted = Arrays.copyOf(counts, Math.max(counts.length, (int) (last - next) + 1));
        Arrays.fill(counted, counts.length, counted.length, UNCOVERED);
        long slots = last - first + 1;
        for (long slot = Math.max(first, next); slot <= last; slot++) {
            long share = count * (slot - first + 1) / slots - count * (slot - first) / slots;
            int at = (int) (slot - next);
            counted[at] = Math.max(0, counted[at]) + share;
        }
        long[] reported = Arrays.copyOf(reports, reports.length + 1);
        reported[reports.length] = known;
        return new Pending(counted, reported);
    }

    /** Once the slots before {@code next} are judged, so many of them. */
    Pending after(int judged, long next) {
        if (judged >= counts.length) {
            return NONE;
        }
        long[] kept = new long[reports.length];
        int size = 0;
        for (long report : reports) {
            if (report >> SLOT_SHIFT >= next) {
                kept[size++] = report;
            }
        }
        return new Pending(Arrays.copyOfRange(counts, judged, counts.length), Arrays.copyOf(kept, size));
    }

    private boolean contains(long report) {
        for (long known : reports) {
            if (known == report) {
                return true;
            }
        }
        return false;
    }

    void write(StateWriter out) {
        out.number(counts.length);
        for (long count : counts) {
            out.number(count);
        }
        out.number(reports.length);
        for (long report : reports) {
            out.number(report);
        }
    }

    static Pending read(StateReader in) {
        return new Pending(numbers(in, MOST_SLOTS), numbers(in, MOST_REPORTS));
    }

    private static long[] numbers(StateReader in, int most) {
        int size = in.integer();
        if (size < 0 || size > most) {
            throw new IllegalArgumentException("state has " + size + " pending numbers, at most " + most);
        }
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.number();
        }
        return numbers;
    }
}
