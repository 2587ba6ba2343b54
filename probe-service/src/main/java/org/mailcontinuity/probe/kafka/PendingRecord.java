package org.mailcontinuity.probe.kafka;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be written.
 *
 * @param key null only where a dead letter had none
 * @param value null for a tombstone
 */
public record PendingRecord(
        String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {}
