package org.mailcontinuity.detector.replay;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps one wrong time stamp from moving the clock of a whole file.
 *
 * <ol>
 *   <li>A sample up to 10 minutes ahead of the clock passes at once and may move it: clocks are skewed that much.
 *   <li>A sample further ahead is held back until the next other sample: if that one stands there too (or later, or up to
 *       10 minutes before), time has really jumped, as over a gap in the recording.
 *   <li>Else the one held back is alone: it is judged at the clock's time, or, more than a day ahead, refused.
 *   <li>The last sample of a file has nobody to confirm it and passes unless it is more than a day ahead.
 * </ol>
 */
final class JumpGate {
    private static final long AHEAD = Duration.ofMinutes(10).toMillis();
    private static final long ABSURD = Duration.ofDays(1).toMillis();

    private Optional<NumberedSample> held = Optional.empty();

    /** What became of a sample that was held back. */
    enum Release {
        /** Time has jumped: it moves the clock. */
        MOVES_CLOCK,
        /** It is judged at the clock's time. */
        KEEPS_CLOCK,
        /** It is of no use. */
        REFUSED
    }

    /** True if the sample must wait for the next one. Precondition: nothing is held. */
    boolean holds(NumberedSample sample, long clock) {
        boolean holds = sample.at() - clock > AHEAD;
        held = holds ? Optional.of(sample) : Optional.empty();
        return holds;
    }

    Optional<NumberedSample> held() {
        return held;
    }

    /** What becomes of the sample held back, now that another follows; empty while it is but the same once more. */
    Optional<Release> releasedBy(NumberedSample next, long clock) {
        NumberedSample waiting = held.orElseThrow();
        if (waiting.sample().sampleId().equals(next.sample().sampleId())) {
            return Optional.empty();
        }
        held = Optional.empty();
        if (next.at() >= waiting.at() - AHEAD) {
            return Optional.of(Release.MOVES_CLOCK);
        }
        return Optional.of(waiting.at() - clock > ABSURD ? Release.REFUSED : Release.KEEPS_CLOCK);
    }

    /** What becomes of the sample held back, now that the file has ended. */
    Release releasedByEnd(long clock) {
        long ahead = held.orElseThrow().at() - clock;
        held = Optional.empty();
        return ahead > ABSURD && clock != Lane.BEFORE_ALL ? Release.REFUSED : Release.MOVES_CLOCK;
    }
}
