package org.mailcontinuity.detection.observation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One finished check, as far as detection needs it.
 *
 * @param sampleId the sample it was read from
 * @param vantage who looked, not blank
 * @param scheduledAt the grid instant the check belongs to; with the interval it gives the round
 * @param completedAt event time, by the vantage's clock
 * @param appendedAt when the broker had it, by the broker's clock; in a replay without it, the running maximum of
 *     {@code completedAt}
 * @param certificateEnds end of the validity of the certificate seen, if any
 * @param latency milliseconds the check took, 0 or more; empty if that was not measured
 * @param traffic the counts that a check of kind TRAFFIC brings; empty for all others
 */
public record Observation(
        UUID sampleId,
        Direction direction,
        Check check,
        Optional<Route> route,
        String vantage,
        Trigger trigger,
        Instant scheduledAt,
        Instant completedAt,
        Instant appendedAt,
        Outcome outcome,
        Stage stage,
        Optional<Fault> fault,
        Optional<Reply> reply,
        Optional<Instant> certificateEnds,
        OptionalInt latency,
        Optional<Traffic> traffic) {

    public Observation {
        if (vantage.isBlank()) {
            throw new IllegalArgumentException("observation.vantage must not be blank");
        }
    }

    /** True if a reply was a 4xx that may be greylisting: it states no fault of the server's own. */
    public boolean isDeferrable() {
        return outcome == Outcome.FAILURE
                && reply.filter(r -> r.isTransient() && !r.statesOwnFault()).isPresent();
    }
}
