package org.mailcontinuity.probe.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.UnreadableMessageException;

/** Reads records of our topics. */
public final class IncomingMapper {
    private IncomingMapper() {}

    public static Incoming read(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return new Incoming.Unreadable("the record must have a key");
        }
        if (record.value() == null) {
            return new Incoming.Tombstone();
        }
        try {
            Envelope envelope = Envelope.read(name -> {
                Header header = record.headers().lastHeader(name);
                return header == null ? null : header.value();
            });
            Optional<Message> message = Messages.decode(envelope.type(), record.value());
            if (message.isEmpty()) {
                return new Incoming.UnknownType(envelope.type());
            }
            return message.get().key().equals(keyOf(record))
                    ? new Incoming.Known(message.get())
                    : new Incoming.Unreadable("the key must be " + message.get().key());
        } catch (UnreadableMessageException e) {
            return new Incoming.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    public static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
