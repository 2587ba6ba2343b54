package org.mailcontinuity.events.inbox;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.Message;

/**
 * A message as it came.
 *
 * @param key what it is about
 * @param message absent for a tombstone
 * @param appendedAt when the broker had it
 */
public record Received(String key, Optional<Message> message, Instant appendedAt) {}
