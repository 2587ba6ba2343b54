package org.mailcontinuity.notifier.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.UnreadableMessageException;

/**
 * A message as it came.
 *
 * @param key what it is about
 * @param message absent for a tombstone
 * @param appendedAt when the broker had it
 */
public record Received(String key, Optional<Message> message, Instant appendedAt) {

    /**
     * The key, where it is the id of something.
     *
     * @throws UnreadableMessageException if it is not
     */
    public UUID id() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("key must be a UUID", e);
        }
    }
}
