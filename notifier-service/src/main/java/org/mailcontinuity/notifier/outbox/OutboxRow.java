package org.mailcontinuity.notifier.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to tell.
 *
 * @param id the message's {@code ce_id}, the same however often it is published
 * @param key what it is about; rows of one key are told in the order of their positions
 */
record OutboxRow(UUID id, Instant writtenAt, String topic, String key, String type, byte[] value) {

    /** Rows with the same lane are told one after the other. */
    String lane() {
        return topic + " " + key;
    }
}
