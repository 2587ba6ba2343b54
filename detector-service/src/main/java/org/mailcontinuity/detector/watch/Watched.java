package org.mailcontinuity.detector.watch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.mailcontinuity.detection.DetectionCore;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.Fold;
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

    /** What is settled of it: as long as this is the same object, {@link WatchedCodec#encodeSettled} gives the same bytes. */
    public Fold settled() {
        return state.history().base();
    }

    /** The same after it was read, with its recent inputs folded once and for all. */
    public Watched resumed(DetectionSettings settings) {
        return new Watched(DetectionCore.resume(state, settings), windows);
    }

    /** A monitor nothing is known of. */
    public static Watched unknown() {
        return new Watched(MonitorState.unknown(), Map.of());
    }
}
