package org.mailcontinuity.detector.watch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detector.window.OpenWindow;

/**
 * All that is remembered of a monitor.
 *
 * @param state the core's memory
 * @param windows the window that is open in each watched direction
 */
public record Watched(MonitorState state, Map<Direction, OpenWindow> windows) {
    public Watched {
        Map<Direction, OpenWindow> copy = new EnumMap<>(Direction.class);
        copy.putAll(windows);
        windows = Collections.unmodifiableMap(copy);
    }

    /** A monitor nothing is known of. */
    public static Watched unknown() {
        return new Watched(MonitorState.unknown(), Map.of());
    }
}
