package org.mailcontinuity.events.disruption;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;

/**
 * A disruption with its state.
 *
 * @param revision grows with every change
 * @param monitorName the monitor's name when the disruption opened
 * @param changedAt when it came to be as it is, in event time
 */
public record Incident(
        Disruption disruption,
        String monitorName,
        String domain,
        DisruptionState state,
        long revision,
        Instant changedAt,
        Optional<Cleared> cleared,
        Optional<Closed> closed) {

    /** When and why the detector saw it end. */
    public record Cleared(Instant at, ClearReason reason) {}

    /** Who declared it over, and why. */
    public record Closed(String by, String reason) {}

    static Incident opened(Disruption disruption, String monitorName, String domain) {
        return new Incident(
                disruption,
                monitorName,
                domain,
                DisruptionState.OPEN,
                1,
                disruption.detectedAt(),
                Optional.empty(),
                Optional.empty());
    }

    public UUID id() {
        return disruption.disruptionId();
    }

    /** The detector sees it differently; whether it goes on is not touched. */
    Incident changed(Disruption now, Instant at) {
        return new Incident(now, monitorName, domain, state, revision + 1, at, cleared, closed);
    }

    Incident reopened(Disruption now, Instant at) {
        return new Incident(
                now, monitorName, domain, DisruptionState.OPEN, revision + 1, at, Optional.empty(), Optional.empty());
    }

    /** A disruption that a person closed stays closed; that it cleared as well is noted. */
    Incident cleared(Disruption now, Instant at, ClearReason reason) {
        DisruptionState next = state == DisruptionState.CLOSED ? DisruptionState.CLOSED : DisruptionState.CLEARED;
        return new Incident(
                now, monitorName, domain, next, revision + 1, at, Optional.of(new Cleared(at, reason)), closed);
    }

    Incident closed(String by, String reason, Instant at) {
        return new Incident(
                disruption,
                monitorName,
                domain,
                DisruptionState.CLOSED,
                revision + 1,
                at,
                cleared,
                Optional.of(new Closed(by, reason)));
    }
}
