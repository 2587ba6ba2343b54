package org.mailcontinuity.contracts.mode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * A scope is in continuity mode. When its last event is over, the scope's key gets a tombstone.
 *
 * @param scope the id of a user group, or {@code *} for everyone
 * @param events the active events that cover the scope, 1 to 100
 * @param since when the mode began
 * @param until when the last of the events ends, as things stand
 * @param revision grows with every change of the scope
 */
public record ContinuityMode(String scope, List<ActiveEvent> events, Instant since, Instant until, long revision)
        implements Message {
    public static final String EVERYONE = "*";

    public ContinuityMode {
        Require.text("scope", scope, 1, 36);
        events = Require.list("events", events, 100);
        Require.range("events", events.size(), 1, 100);
        Require.present("since", since);
        Require.present("until", until);
        Require.inOrder("since", since, "until", until);
        Require.range("revision", revision, 1, Long.MAX_VALUE);
    }

    @Override
    public String key() {
        return scope;
    }

    /** A continuity event that is active, until {@code until} as things stand. */
    public record ActiveEvent(UUID id, Instant until) {
        public ActiveEvent {
            Require.present("events.id", id);
            Require.present("events.until", until);
        }
    }
}
