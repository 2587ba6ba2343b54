package org.mailcontinuity.detector.watch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.state.StateCodec;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;
import org.mailcontinuity.detector.window.OpenWindow;
import org.mailcontinuity.detector.window.WindowCodec;

/** The binary form of what is remembered of a monitor: a version, the core's state with its own version, the windows. */
public final class WatchedCodec {
    /** Version 1 knew no counts of real mail. */
    private static final int VERSION = 2;

    private static final int OLDEST = 1;

    private WatchedCodec() {}

    /** As bytes. */
    public static byte[] encode(Watched watched) {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        byte[] state = StateCodec.encode(watched.state());
        out.number(state.length);
        for (byte octet : state) {
            out.octet(octet);
        }
        out.list(List.copyOf(watched.windows().entrySet()), entry -> {
            out.word(entry.getKey());
            WindowCodec.write(out, entry.getValue());
        });
        return out.toByteArray();
    }

    /** From bytes. @throws IllegalArgumentException if they are of no known version */
    public static Watched decode(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        int version = in.octet();
        if (version < OLDEST || version > VERSION) {
            throw new IllegalArgumentException(
                    "version of a monitor's memory must be " + OLDEST + " to " + VERSION + ", was " + version);
        }
        byte[] state = new byte[in.integer()];
        for (int i = 0; i < state.length; i++) {
            state[i] = (byte) in.octet();
        }
        Map<Direction, OpenWindow> windows = new EnumMap<>(Direction.class);
        in.list(() -> windows.put(in.word(Direction.class), WindowCodec.read(in, version == VERSION)) == null);
        in.end();
        return new Watched(StateCodec.decode(state), windows);
    }
}
