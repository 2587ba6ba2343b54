package org.mailcontinuity.probe.maillog;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * One thing that a log says of one message and one recipient.
 *
 * @param message what the server calls the message; empty where it was refused before it had a name
 * @param sender empty text for the null sender of bounces; absent where the log does not tell
 * @param recipient absent where the message was refused before one was named
 * @param original the recipient before aliases were followed
 * @param only the one direction it may count for, where the log tells
 */
public record MessageFate(
        Instant at,
        String message,
        Optional<String> sender,
        Optional<String> recipient,
        Optional<String> original,
        Fate fate,
        Optional<ReplySeen> reply,
        Optional<Direction> only) {

    static MessageFate of(
            Instant at,
            String message,
            Optional<String> sender,
            Optional<String> recipient,
            Fate fate,
            Optional<ReplySeen> reply) {
        return new MessageFate(at, message, sender, recipient, Optional.empty(), fate, reply, Optional.empty());
    }
}
