package org.mailcontinuity.contracts.alert;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.Require;

/**
 * Who brought an alert into its present state, where that was a person.
 *
 * @param by the user's or contact's name
 * @param at when
 * @param until for a suspended alert, when it speaks again
 */
public record Standing(String by, Instant at, Optional<Instant> until) {
    public Standing {
        Require.text("standing.by", by, 1, 200);
        Require.present("standing.at", at);
    }
}
