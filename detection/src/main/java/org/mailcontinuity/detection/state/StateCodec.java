package org.mailcontinuity.detection.state;

/**
 * The compact binary form of a {@link MonitorState}, whole or in two parts: what is settled, which changes at most once a
 * minute, and what is recent, which changes with each sample. Each begins with an octet of version. Words are written as
 * texts, each once, so that a new word does not change the meaning of an old state. A later version keeps reading the
 * older ones.
 *
 * <p>Recent is the inputs alone, not what they come to: that is folded again when the state is next used.
 */
public final class StateCodec {
    /** Versions 1 and 2 had no inputs: everything was settled. Version 3 knew no rules beside the chosen one. */
    private static final int VERSION = 4;

    private static final int WITH_INPUTS = 3;

    private static final int OLDEST = 1;

    private StateCodec() {}

    /** The whole state as bytes. */
    public static byte[] encode(MonitorState state) {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        new SettledCodec(VERSION).write(out, state);
        new RecentCodec().write(out, state);
        return out.toByteArray();
    }

    /** The state from its whole. @throws IllegalArgumentException if the bytes are no state of a known version */
    public static MonitorState decode(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        int version = version(in);
        if (version < WITH_INPUTS) {
            return new EarlierCodec(version).read(in);
        }
        MonitorState state = new RecentCodec().read(in, new SettledCodec(version).read(in));
        in.end();
        return state;
    }

    /** What is settled as bytes. It is the same as long as {@link Segment#base} of the state's history is the same. */
    public static byte[] encodeSettled(MonitorState state) {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        new SettledCodec(VERSION).write(out, state);
        return out.toByteArray();
    }

    /** What is recent as bytes. */
    public static byte[] encodeRecent(MonitorState state) {
        StateWriter out = new StateWriter();
        writeRecent(out, state);
        return out.toByteArray();
    }

    /** Writes what is recent beside other things. */
    public static void writeRecent(StateWriter out, MonitorState state) {
        out.octet(VERSION);
        new RecentCodec().write(out, state);
    }

    /** The state from its two parts. @throws IllegalArgumentException if one of them is of no known version */
    public static MonitorState decode(byte[] settled, byte[] recent) {
        StateReader in = new StateReader(recent);
        MonitorState state = readRecent(in, settled);
        in.end();
        return state;
    }

    /** Reads what {@link #writeRecent} wrote. @param settled what {@link #encodeSettled} gave at that time */
    public static MonitorState readRecent(StateReader in, byte[] settled) {
        StateReader first = new StateReader(settled);
        MonitorState state = new SettledCodec(version(first)).read(first);
        first.end();
        version(in);
        return new RecentCodec().read(in, state);
    }

    private static int version(StateReader in) {
        int version = in.octet();
        if (version < OLDEST || version > VERSION) {
            throw new IllegalArgumentException(
                    "state version must be " + OLDEST + " to " + VERSION + ", was " + version);
        }
        return version;
    }
}
