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
 * @param alertId the alert that tells of it; absent for one that was over when it was first heard of
 */
public record Incident(
        Disruption disruption,
        String monitorName,
        String domain,
        DisruptionState state,
        long revision,
        Instant changedAt,
        Optional<Cleared> cleared,
        Optional<Closed> closed,
        Optional<UUID> alertId) {

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
                Optional.empty(),
                Optional.empty());
    }

    /** When it was over; absent while it lasts. */
    public Optional<Instant> endedAt() {
        return state == DisruptionState.OPEN
                ? Optional.empty()
                : cleared.map(Cleared::at).or(() -> Optional.of(changedAt));
    }

    /** Whether {@code at} lies before what is known of it, so that news of then is old. */
    boolean knownAfter(Instant at) {
        return state != DisruptionState.CLOSED && at.isBefore(changedAt);
    }

    Incident toldBy(UUID alert) {
        return new Incident(
                disruption, monitorName, domain, state, revision, changedAt, cleared, closed, Optional.of(alert));
    }

    public UUID id() {
        return disruption.disruptionId();
    }

    /** The detector sees it differently; whether it goes on is not touched. */
    Incident changed(Disruption now, Instant at) {
        return new Incident(now, monitorName, domain, state, revision + 1, at, cleared, closed, alertId);
    }

    Incident reopened(Disruption now, Instant at) {
        return new Incident(
                now,
                monitorName,
                domain,
                DisruptionState.OPEN,
                revision + 1,
                at,
                Optional.empty(),
                Optional.empty(),
                alertId);
    }

    /** A disruption that a person closed stays closed; that it cleared as well is noted. */
    Incident cleared(Disruption now, Instant at, ClearReason reason) {
        DisruptionState next = state == DisruptionState.CLOSED ? DisruptionState.CLOSED : DisruptionState.CLEARED;
        return new Incident(
                now,
                monitorName,
                domain,
                next,
                revision + 1,
                at,
                Optional.of(new Cleared(at, reason)),
                closed,
                alertId);
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
                Optional.of(new Closed(by, reason)),
                alertId);
    }
}
