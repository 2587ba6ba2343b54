package org.mailcontinuity.detection.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * The core's whole memory of a monitor: what votes have come to, in event order ({@link Segment}, {@link Fold}), and what
 * belongs to the order in which things came: the latest time, the vantages' clocks, and what was told of sight.
 * Immutable; parts that did not change are shared with the state before.
 */
public final class MonitorState {
    private static final ClockOffset[] NO_CLOCKS = {};

    private final long latest;
    private final long interval;
    private final long askedAt;
    private final ClockOffset[] clocks;
    private final Map<Direction, Sight> sights;
    private final Segment history;
    private final @Nullable Fold fold;

    MonitorState(
            long latest,
            long interval,
            long askedAt,
            ClockOffset[] clocks,
            Map<Direction, Sight> sights,
            Segment history,
            @Nullable Fold fold) {
        this.latest = latest;
        this.interval = interval;
        this.askedAt = askedAt;
        this.clocks = clocks;
        this.sights = sights;
        this.history = history;
        this.fold = fold;
    }

    /** A monitor nothing is known of yet; {@code adopt} its settings before use. */
    public static MonitorState unknown() {
        Fold nothing = Fold.of(0, 0, 0, Map.of());
        return new MonitorState(0, 0, 0, NO_CLOCKS, Map.of(), Segment.startingWith(nothing), nothing);
    }

    /** The latest time the core was told; it never goes back. */
    public Instant latest() {
        return Instant.ofEpochMilli(latest);
    }

    /** {@link #latest} in epoch milliseconds. */
    public long latestMillis() {
        return latest;
    }

    /** The interval by which rounds are numbered, milliseconds; 0 before any settings were adopted. */
    public long intervalMillis() {
        return interval;
    }

    /** When a confirmation was last asked for, epoch milliseconds; 0 if never. */
    public long askedAt() {
        return askedAt;
    }

    /** Recent inputs. */
    public Segment history() {
        return history;
    }

    /** What all inputs have come to; empty if the state was just read and its recent inputs wait to be folded. */
    public Optional<Fold> fold() {
        return Optional.ofNullable(fold);
    }

    /** {@link #fold} where it is known. */
    @Nullable
    Fold folded() {
        return fold;
    }

    /** How the vantages' clocks go, in the order they were first seen. Not to be changed. */
    public ClockOffset[] clocks() {
        return clocks;
    }

    /** Whether anybody sees, per watched direction. */
    public Map<Direction, Sight> sights() {
        return sights;
    }

    /** With the clock at that index, or one more; of 64 the one that was measured longest ago is forgotten for it. */
    public MonitorState withClock(int index, ClockOffset clock) {
        if (index < clocks.length && clocks[index].equals(clock)) {
            return this;
        }
        int place = index < Vantage.MOST ? index : measuredFirst();
        ClockOffset[] next = Arrays.copyOf(clocks, Math.max(clocks.length, place + 1));
        next[place] = clock;
        return new MonitorState(latest, interval, askedAt, next, sights, history, fold);
    }

    private int measuredFirst() {
        int first = 0;
        for (int i = 1; i < clocks.length; i++) {
            first = clocks[i].measuredAt() < clocks[first].measuredAt() ? i : first;
        }
        return first;
    }

    /** With a direction's sight. */
    public MonitorState withSight(Direction direction, Sight sight) {
        if (sight.equals(sights.get(direction))) {
            return this;
        }
        Map<Direction, Sight> next = new EnumMap<>(Direction.class);
        next.putAll(sights);
        next.put(direction, sight);
        return new MonitorState(latest, interval, askedAt, clocks, next, history, fold);
    }

    /** With a confirmation asked for. */
    public MonitorState asked(long at) {
        return new MonitorState(latest, interval, at, clocks, sights, history, fold);
    }

    /** At a time not before, with one more input folded. */
    public MonitorState folded(long at, Segment inputs, Fold result) {
        return new MonitorState(at, interval, askedAt, clocks, sights, inputs, result);
    }

    /** With what is here settled, other directions and another interval. */
    public MonitorState settled(long at, long newInterval, Fold result, Map<Direction, Sight> watched) {
        Map<Direction, Sight> copy = new EnumMap<>(Direction.class);
        copy.putAll(watched);
        return new MonitorState(at, newInterval, askedAt, clocks, copy, Segment.startingWith(result), result);
    }
}
