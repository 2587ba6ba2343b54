package org.mailcontinuity.detector.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.UnreadableMessageException;

/** Reads records: their key, type and message. */
final class IncomingSerde {
    private IncomingSerde() {}

    /** The key. @throws UnreadableMessageException if there is none */
    static String key(Record<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new UnreadableMessageException("key must be present");
        }
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * The message.
     *
     * @return empty for a type that this release does not know
     * @throws UnreadableMessageException if it cannot be read, is none of that class, or stands under a wrong key
     */
    static <T extends Message> Optional<T> message(Record<byte[], byte[]> record, Class<T> expected) {
        String key = key(record);
        if (record.value() == null) {
            throw new UnreadableMessageException("value must be present");
        }
        String type = header(record.headers(), Envelope.TYPE_HEADER)
                .orElseThrow(() -> new UnreadableMessageException("header ce_type must be present"));
        Optional<Message> message = Messages.decode(type, record.value());
        if (message.isEmpty()) {
            return Optional.empty();
        }
        if (!expected.isInstance(message.get())) {
            throw new UnreadableMessageException(
                    "ce_type must be " + Messages.typeOf(expected).name() + " on this topic, was " + type);
        }
        if (!message.get().key().equals(key)) {
            throw new UnreadableMessageException(
                    "key must be monitorId " + message.get().key());
        }
        return message.map(expected::cast);
    }

    /** The trace that the record belongs to. */
    static Optional<String> traceparent(Record<byte[], byte[]> record) {
        return header(record.headers(), "traceparent");
    }

    private static Optional<String> header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
