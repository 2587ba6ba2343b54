package org.mailcontinuity.contracts.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;

/**
 * An alert as it now is. It carries ids of contacts, never their addresses.
 *
 * @param alertId {@link #idOf derived} from the disruption that raised it
 * @param revision grows with every change; readers drop a lower one
 * @param episode 1 at first; grows when the alert reopens or its severity rises, and each episode is told anew
 * @param since when the evidence of the fault began
 * @param firedAt when this episode began
 * @param changedAt when the alert came to be as it is
 * @param standing who acknowledged, suspended or closed it, where a person did
 * @param resolvedAt when all its disruptions were over
 * @param repeatInterval how often it is told again while it fires, 1 s to 24 h (default 30 min)
 * @param steps the ladder, in order, at most 10; empty where the monitor has no policy
 * @param monitors what it is about, 1 to 200
 * @param disruptionIds the disruptions it stands for, 1 to 200
 * @param event the continuity event that answers it
 */
public record AlertChanged(
        UUID alertId,
        long revision,
        AlertState state,
        int episode,
        Severity severity,
        Instant since,
        Instant firedAt,
        Instant changedAt,
        Optional<Standing> standing,
        Optional<Instant> resolvedAt,
        Duration repeatInterval,
        List<AlertStep> steps,
        Cause cause,
        List<AffectedMonitor> monitors,
        List<UUID> disruptionIds,
        Optional<EventAnswer> event)
        implements Message {

    public AlertChanged {
        Require.present("alertId", alertId);
        Require.range("revision", revision, 1, Long.MAX_VALUE);
        Require.present("state", state);
        Require.range("episode", episode, 1, Integer.MAX_VALUE);
        Require.present("severity", severity);
        Require.present("since", since);
        Require.present("firedAt", firedAt);
        Require.present("changedAt", changedAt);
        repeatInterval = Require.orElse(repeatInterval, Duration.ofMinutes(30));
        Require.range("repeatInterval", repeatInterval, Duration.ofSeconds(1), Duration.ofHours(24));
        steps = Require.list("steps", steps, 10);
        Require.present("cause", cause);
        monitors = Require.list("monitors", monitors, 200);
        Require.range("monitors", monitors.size(), 1, 200);
        disruptionIds = Require.list("disruptionIds", disruptionIds, 200);
        Require.range("disruptionIds", disruptionIds.size(), 1, 200);
    }

    /** The id of the alert that {@code disruptionId} raises. */
    public static UUID idOf(UUID disruptionId) {
        return DerivedId.of("alert", disruptionId);
    }

    @Override
    public String key() {
        return alertId.toString();
    }
}
