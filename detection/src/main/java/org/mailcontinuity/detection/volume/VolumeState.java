package org.mailcontinuity.detection.volume;

import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * What is known of the real mail of one direction: learned, recent, and not yet judged. Immutable; changed by
 * {@link VolumeRule}.
 *
 * @param next the next slot to be judged: its number of 5 minutes since the epoch; 0 before the first report
 */
public record VolumeState(
        long next,
        Cadence cadence,
        WeeklyProfile profile,
        Recent recent,
        Level level,
        Spread spread,
        Pending pending,
        Lull lull) {
    /** Before the first report. */
    public static final VolumeState NONE = new VolumeState(
            0, Cadence.NONE, WeeklyProfile.EMPTY, Recent.NONE, Level.NONE, Spread.UNKNOWN, Pending.NONE, Lull.NONE);

    private static final int VERSION = 1;

    /** True if nobody ever reported. */
    public boolean isEmpty() {
        return next == 0;
    }

    /** What the latest report covered, milliseconds. */
    public long reportMillis() {
        return cadence.span();
    }

    /** Messages to be expected in a minute at that time, epoch milliseconds; 0 while too little is known. */
    public double expectedPerMinute(long at) {
        long slot = VolumeRule.slot(at);
        return profile.knows(slot) ? profile.usual(slot) * level.factor() / VolumeRule.SLOT_MINUTES : 0;
    }

    /** Writes it in its binary form, which begins with its version. */
    public void write(StateWriter out) {
        out.octet(VERSION);
        out.number(next);
        if (isEmpty()) {
            return;
        }
        out.number(cadence.end());
        out.number(cadence.span());
        profile.write(out);
        recent.write(out);
        fraction(out, level.seen());
        fraction(out, level.usual());
        fraction(out, level.working());
        spread.write(out);
        pending.write(out);
        out.word(lull.kind());
        if (lull.kind() != Lull.Kind.NONE) {
            out.number(lull.since());
            out.number(lull.minutes());
            out.number(lull.seen());
            fraction(out, lull.expected());
            out.flag(lull.isTotal());
        }
    }

    /** Reads what {@link #write} wrote. @throws IllegalArgumentException if it is of no known version */
    public static VolumeState read(StateReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("version of the volume must be " + VERSION + ", was " + version);
        }
        long next = in.number();
        return next == 0
                ? NONE
                : new VolumeState(
                        next,
                        new Cadence(in.number(), Math.max(1, in.number())),
                        WeeklyProfile.read(in),
                        Recent.read(in),
                        new Level(fraction(in), fraction(in), fraction(in)),
                        Spread.read(in),
                        Pending.read(in),
                        readLull(in));
    }

    private static Lull readLull(StateReader in) {
        Lull.Kind kind = in.word(Lull.Kind.class);
        return kind == Lull.Kind.NONE
                ? Lull.NONE
                : new Lull(kind, in.number(), in.integer(), in.number(), fraction(in), in.flag());
    }

    private static void fraction(StateWriter out, float value) {
        out.number(Float.floatToIntBits(value));
    }

    private static float fraction(StateReader in) {
        return Float.intBitsToFloat(in.integer());
    }
}
