package org.mailcontinuity.contracts.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * A monitor that an alert is about, as it is named to people.
 *
 * @param disruptionId the disruption of this monitor
 * @param severity how bad it is there
 * @param cause in one sentence, where it is another one than the alert's
 * @param since when the evidence began there
 * @param clearedAt when it was over there; absent while it lasts
 */
public record AffectedMonitor(
        UUID monitorId,
        String name,
        String domain,
        Direction direction,
        Optional<UUID> disruptionId,
        Optional<Severity> severity,
        Optional<String> cause,
        Optional<Instant> since,
        Optional<Instant> clearedAt) {
    public AffectedMonitor {
        Require.present("monitors.monitorId", monitorId);
        Require.text("monitors.name", name, 1, 100);
        Require.text("monitors.domain", domain, 1, 253);
        Require.present("monitors.direction", direction);
        disruptionId = Require.orElse(disruptionId, Optional.empty());
        severity = Require.orElse(severity, Optional.empty());
        cause = Require.orElse(cause, Optional.empty());
        Require.optionalText("monitors.cause", cause, 500);
        since = Require.orElse(since, Optional.empty());
        clearedAt = Require.orElse(clearedAt, Optional.empty());
    }

    /** One of which no more is said than its name. */
    public AffectedMonitor(UUID monitorId, String name, String domain, Direction direction) {
        this(
                monitorId,
                name,
                domain,
                direction,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
