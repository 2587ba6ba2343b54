package org.mailcontinuity.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * A continuity event as it now is, and what changed it.
 *
 * @param revision grows with every change
 * @param name 1 to 100 characters
 * @param description at most 500 characters
 * @param from when it starts or started
 * @param until when it ends or ended, after {@code from}
 * @param timeZone the IANA zone in which it was planned
 * @param startedAt when it became active
 * @param endedAt when it ceased to be
 * @param startedBy what started it
 * @param alertId the alert it answers
 * @param disruptionId the disruption it answers
 * @param extendWhileDisrupted whether it goes on by itself while that disruption lasts (default no)
 */
public record ContinuityEventChanged(
        UUID eventId,
        long revision,
        EventState state,
        EventChange change,
        String name,
        Optional<String> description,
        Scope scope,
        Instant from,
        Instant until,
        String timeZone,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<StartedBy> startedBy,
        Optional<UUID> alertId,
        Optional<UUID> disruptionId,
        Boolean extendWhileDisrupted,
        Notices notices,
        Recovery recovery)
        implements Message {

    public ContinuityEventChanged {
        Require.present("eventId", eventId);
        Require.range("revision", revision, 1, Long.MAX_VALUE);
        Require.present("state", state);
        Require.present("change", change);
        Require.text("name", name, 1, 100);
        Require.optionalText("description", description, 500);
        Require.present("scope", scope);
        Require.present("from", from);
        Require.present("until", until);
        Require.inOrder("from", from, "until", until);
        Require.text("timeZone", timeZone, 1, 50);
        extendWhileDisrupted = Require.orElse(extendWhileDisrupted, Boolean.FALSE);
        Require.present("notices", notices);
        recovery = Require.orElse(recovery, Recovery.NOT_APPLICABLE);
    }

    @Override
    public String key() {
        return eventId.toString();
    }
}
