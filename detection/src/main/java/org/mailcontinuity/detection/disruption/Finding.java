package org.mailcontinuity.detection.disruption;

import java.time.Instant;
import org.mailcontinuity.detection.observation.Direction;

/** Something the core has to tell, at most a few per step. */
public sealed interface Finding {
    /** Event time, by the broker's clock. */
    Instant at();

    Direction direction();

    /** A disruption of mail flow begins. */
    record Opened(Instant at, Direction direction, Report report) implements Finding {}

    /** An open disruption got worse, or its cause is another. */
    record Changed(Instant at, Direction direction, Report report) implements Finding {}

    /** A disruption cleared shortly before goes on. */
    record Reopened(Instant at, Direction direction, Report report) implements Finding {}

    /** A disruption, of mail flow or of sight, is over. */
    record Cleared(Instant at, Direction direction, Report report, ClearReason reason) implements Finding {}

    /** NO_DATA: nobody sees the mail system any more. Severity BLIND, never "down". */
    record Blinded(Instant at, Direction direction, Report report) implements Finding {}

    /**
     * Fewer vantages look than the monitor names.
     *
     * @param seeing how many still do, at least 1
     * @param expected how many should
     */
    record ReducedSight(Instant at, Direction direction, int seeing, int expected) implements Finding {}
}
