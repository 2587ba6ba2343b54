package org.mailcontinuity.contracts.disruption;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * What every message about a disruption says of it.
 *
 * @param disruptionId {@link #idOf derived} from monitor, direction and the instant at which the evidence began
 * @param openedAt when the evidence began
 * @param detectedAt when the rule fired, not before {@code openedAt}
 * @param agreeing the vantages that see it, at most 50
 * @param disagreeing the vantages that see mail flow, at most 50
 * @param evidence ids of samples that show it, newest first, at most 20
 */
public record Disruption(
        UUID disruptionId,
        UUID monitorId,
        Direction direction,
        Instant openedAt,
        Instant detectedAt,
        FiredRule rule,
        Severity severity,
        Cause cause,
        List<String> agreeing,
        List<String> disagreeing,
        List<UUID> evidence) {

    public Disruption {
        Require.present("disruptionId", disruptionId);
        Require.present("monitorId", monitorId);
        Require.present("direction", direction);
        Require.present("openedAt", openedAt);
        Require.present("detectedAt", detectedAt);
        Require.inOrder("openedAt", openedAt, "detectedAt", detectedAt);
        Require.present("rule", rule);
        Require.present("severity", severity);
        Require.present("cause", cause);
        agreeing = Require.list("agreeing", agreeing, 50);
        disagreeing = Require.list("disagreeing", disagreeing, 50);
        evidence = Require.list("evidence", evidence, 20);
    }

    /** @param kind {@code FLOW} for a fault of mail flow, {@code BLIND} for a want of sight */
    public static UUID idOf(UUID monitorId, Direction direction, String kind, Instant openedAt) {
        return DerivedId.of("disruption", monitorId, direction, kind, openedAt.toEpochMilli());
    }
}
