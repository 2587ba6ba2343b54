package org.mailcontinuity.detection.state;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.detection.observation.Direction;

/**
 * What all inputs of a monitor up to some place in event order have come to. Nothing of how and when they came is in it,
 * so that the same inputs make the same fold. Immutable.
 */
public final class Fold {
    private final long time;
    private final long windowStart;
    private final int counter;
    private final @Nullable DirectionState inbound;
    private final @Nullable DirectionState outbound;
    private final @Nullable DirectionState access;

    private Fold(
            long time,
            long windowStart,
            int counter,
            @Nullable DirectionState inbound,
            @Nullable DirectionState outbound,
            @Nullable DirectionState access) {
        this.time = time;
        this.windowStart = windowStart;
        this.counter = counter;
        this.inbound = inbound;
        this.outbound = outbound;
        this.access = access;
    }

    /** A fold of those directions. */
    public static Fold of(long time, long windowStart, int counter, Map<Direction, DirectionState> directions) {
        return new Fold(
                time,
                windowStart,
                counter,
                directions.get(Direction.INBOUND),
                directions.get(Direction.OUTBOUND),
                directions.get(Direction.ACCESS));
    }

    /** Event time of the latest input, epoch milliseconds. */
    public long time() {
        return time;
    }

    /** Start of the failure counter's current window, epoch milliseconds. */
    public long windowStart() {
        return windowStart;
    }

    /** Value of the failure counter. */
    public int counter() {
        return counter;
    }

    /** A direction, if it is watched. */
    public Optional<DirectionState> direction(Direction direction) {
        return Optional.ofNullable(find(direction));
    }

    /** True if the direction is watched. */
    public boolean watches(Direction direction) {
        return find(direction) != null;
    }

    /** A direction that is watched. */
    public DirectionState watched(Direction direction) {
        DirectionState known = find(direction);
        if (known == null) {
            throw new IllegalArgumentException(direction + " is not watched");
        }
        return known;
    }

    /** True if a round failed in the failure counter's current window. */
    public boolean hasFailedRounds() {
        return failed(inbound) || failed(outbound) || failed(access);
    }

    /** With a direction as it is after an input. */
    public Fold with(long at, Direction direction, DirectionState changed) {
        return new Fold(
                at,
                windowStart,
                counter,
                direction == Direction.INBOUND ? changed : inbound,
                direction == Direction.OUTBOUND ? changed : outbound,
                direction == Direction.ACCESS ? changed : access);
    }

    /** With the failure counter in another window. */
    public Fold inWindow(long start, int value) {
        return new Fold(time, start, value, inbound, outbound, access);
    }

    /** At a later time. */
    public Fold at(long later) {
        return later == time ? this : new Fold(later, windowStart, counter, inbound, outbound, access);
    }

    private @Nullable DirectionState find(Direction direction) {
        return switch (direction) {
            case INBOUND -> inbound;
            case OUTBOUND -> outbound;
            case ACCESS -> access;
        };
    }

    private static boolean failed(@Nullable DirectionState direction) {
        return direction != null && direction.failedRounds() > 0;
    }
}
