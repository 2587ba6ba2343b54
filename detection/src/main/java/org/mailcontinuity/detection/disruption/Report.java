package org.mailcontinuity.detection.disruption;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.detection.cause.Cause;

/**
 * A disruption as it now is.
 *
 * @param kind mail flow, or want of sight; at most one of each is open in a direction
 * @param openedAt when the evidence began
 * @param detectedAt when the rule first fired
 * @param agreeing vantages that see it
 * @param disagreeing vantages that see mail flow
 * @param evidence samples against, newest first, at most 20
 */
public record Report(
        Kind kind,
        Instant openedAt,
        Instant detectedAt,
        Fired fired,
        Severity severity,
        Cause cause,
        List<String> agreeing,
        List<String> disagreeing,
        List<UUID> evidence) {

    /** What is disrupted. */
    public enum Kind {
        FLOW,
        BLIND
    }
}
