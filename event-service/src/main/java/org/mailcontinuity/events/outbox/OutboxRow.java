package org.mailcontinuity.events.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something to tell.
 *
 * @param id the message's {@code ce_id}, the same however often it is published
 * @param key what it is about; rows of one key are told in the order of their positions
 * @param published the record for a topic, if it goes to one
 * @param streamed the entry for the API's stream, if it goes there
 */
record OutboxRow(UUID id, Instant writtenAt, String key, Optional<Published> published, Optional<Streamed> streamed) {

    /** @param value absent for a tombstone */
    record Published(String topic, String type, Optional<byte[]> value) {}

    /** @param body JSON */
    record Streamed(String type, String body) {}

    /** Rows with the same lane are told one after the other. */
    String lane() {
        return published.map(Published::topic).orElse("") + " " + key;
    }
}
