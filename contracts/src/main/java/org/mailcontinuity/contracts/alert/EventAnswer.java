package org.mailcontinuity.contracts.alert;

import java.time.Instant;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.event.EventState;

/** The continuity event that answers an alert: what is being done about it. */
public record EventAnswer(UUID eventId, EventState state, Instant until) {
    public EventAnswer {
        Require.present("event.eventId", eventId);
        Require.present("event.state", state);
        Require.present("event.until", until);
    }
}
