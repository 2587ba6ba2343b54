package org.mailcontinuity.detector.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.detector.topics.SampleEnds;

/**
 * Whether a task has seen all that there is, so that silence means something. Not thread-safe: one per task.
 *
 * <ol>
 *   <li>The wall clock counts only if the task has processed past the end that its partition had at that time; else time
 *       passes with the records alone, for what waits to be judged happened before.
 *   <li>A partition whose last offsets are no records (markers of transactions) never reaches its end: if neither end nor
 *       position has moved over three looks, the task has seen all.
 *   <li>Silence is judged only after three intervals of being caught up without a break.
 * </ol>
 */
final class CatchUp {
    private static final int LOOKS = 3;
    private static final int ROUNDS = 3;

    private final int partition;
    private long position = -1;
    private SampleEnds looked = SampleEnds.UNKNOWN;
    private long positionThen = -1;
    private int unmoved;
    private Optional<Instant> caughtUpSince = Optional.empty();

    CatchUp(int partition) {
        this.partition = partition;
    }

    /** A record of the partition was processed. */
    void processed(long offset) {
        position = offset + 1;
    }

    /** The time up to which everything has been seen; empty while there is more to see. */
    Optional<Instant> look(SampleEnds now) {
        Long end = now.ends().get(partition);
        if (end == null) {
            return Optional.empty();
        }
        count(now, end);
        if (position < end && end > 0 && unmoved < LOOKS) {
            caughtUpSince = Optional.empty();
            return Optional.empty();
        }
        caughtUpSince = caughtUpSince.or(() -> Optional.of(now.takenAt()));
        return Optional.of(now.takenAt());
    }

    /** True if silence may be judged at that time for a monitor with that interval. */
    boolean judgesSilence(Instant at, Duration interval) {
        return caughtUpSince
                .filter(since -> !since.plus(interval.multipliedBy(ROUNDS)).isAfter(at))
                .isPresent();
    }

    private void count(SampleEnds now, long end) {
        if (!now.takenAt().isAfter(looked.takenAt())) {
            return;
        }
        Long endThen = looked.ends().get(partition);
        boolean same = endThen != null && endThen == end && positionThen == position;
        unmoved = same ? unmoved + 1 : 1;
        looked = now;
        positionThen = position;
    }
}
