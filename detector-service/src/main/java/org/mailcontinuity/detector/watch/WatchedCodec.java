package org.mailcontinuity.detector.watch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.state.StateCodec;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;
import org.mailcontinuity.detector.window.OpenWindow;
import org.mailcontinuity.detector.window.WindowCodec;

/**
 * The binary form of what is remembered of a monitor, in two parts: what is recent (a version, the core's recent inputs
 * with their own version, the windows), and what the core has settled. Earlier forms held the whole in one.
 */
public final class WatchedCodec {
    /** Versions 1 and 2 are whole; version 1 knew no counts of real mail. */
    private static final int VERSION = 3;

    private static final int COUNTED = 2;
    private static final int OLDEST = 1;

    private WatchedCodec() {}

    /** What is recent. */
    public static byte[] encodeRecent(Watched watched) {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        StateCodec.writeRecent(out, watched.state());
        out.list(List.copyOf(watched.windows().entrySet()), entry -> {
            out.word(entry.getKey());
            WindowCodec.write(out, entry.getValue());
        });
        return out.toByteArray();
    }

    /** What is settled. */
    public static byte[] encodeSettled(Watched watched) {
        return StateCodec.encodeSettled(watched.state());
    }

    /** True if the bytes are of an earlier form that needs no other part. */
    public static boolean isWhole(byte[] bytes) {
        return bytes.length > 0 && bytes[0] < VERSION;
    }

    /** From the whole in one. @throws IllegalArgumentException if they are of no known version */
    public static Watched decode(byte[] whole) {
        StateReader in = new StateReader(whole);
        int version = version(in);
        if (version == VERSION) {
            throw new IllegalArgumentException("a monitor's memory is recent only, its settled part is missing");
        }
        byte[] state = new byte[in.integer()];
        for (int i = 0; i < state.length; i++) {
            state[i] = (byte) in.octet();
        }
        return new Watched(StateCodec.decode(state), windows(in, version >= COUNTED));
    }

    /** From both parts. @throws IllegalArgumentException if they are of no known version, or one is missing */
    public static Watched decode(byte[] recent, byte @Nullable [] settled) {
        if (settled == null) {
            return decode(recent);
        }
        StateReader in = new StateReader(recent);
        version(in);
        MonitorState state = StateCodec.readRecent(in, settled);
        return new Watched(state, windows(in, true));
    }

    private static int version(StateReader in) {
        int version = in.octet();
        if (version < OLDEST || version > VERSION) {
            throw new IllegalArgumentException(
                    "version of a monitor's memory must be " + OLDEST + " to " + VERSION + ", was " + version);
        }
        return version;
    }

    private static Map<Direction, OpenWindow> windows(StateReader in, boolean counted) {
        Map<Direction, OpenWindow> windows = new EnumMap<>(Direction.class);
        in.list(() -> windows.put(in.word(Direction.class), WindowCodec.read(in, counted)) == null);
        in.end();
        return windows;
    }
}
