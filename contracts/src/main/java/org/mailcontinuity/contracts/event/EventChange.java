package org.mailcontinuity.contracts.event;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.Require;

/**
 * What changed a continuity event.
 *
 * @param at when
 * @param actor who: a user's or contact's name, or {@code schedule} or {@code system}
 * @param reason why, where somebody said so
 */
public record EventChange(ChangeKind kind, Instant at, String actor, Optional<String> reason) {
    public EventChange {
        Require.present("change.kind", kind);
        Require.present("change.at", at);
        Require.text("change.actor", actor, 1, 200);
        Require.optionalText("change.reason", reason, 500);
    }
}
