package org.mailcontinuity.detection.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.mailcontinuity.detection.observation.Direction;

/**
 * The core's whole memory of a monitor.
 *
 * @param latest the latest time the core was told; it never goes back
 * @param interval the interval by which rounds are numbered
 * @param windowStart start of the failure counter's current window
 * @param counter value of the failure counter
 * @param directions per watched direction
 */
public record MonitorState(
        Instant latest,
        Duration interval,
        Instant windowStart,
        int counter,
        Map<Direction, DirectionState> directions) {

    public MonitorState {
        Map<Direction, DirectionState> copy = new EnumMap<>(Direction.class);
        copy.putAll(directions);
        directions = Collections.unmodifiableMap(copy);
    }

    /** A monitor nothing is known of yet; {@code adopt} its settings before use. */
    public static MonitorState unknown() {
        return new MonitorState(Instant.EPOCH, Duration.ZERO, Instant.EPOCH, 0, Map.of());
    }
}
