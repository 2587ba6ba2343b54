package org.mailcontinuity.bench.notifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;

/** Writes what the event-service would. */
final class TopicWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    TopicWriter(Map<String, String> client) {
        Map<String, Object> config = new HashMap<>(client);
        config.put("acks", "all");
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void write(Message message) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Messages.typeOf(message.getClass()).topic().name(),
                message.key().getBytes(StandardCharsets.UTF_8),
                Messages.encode(message));
        Envelope.of(UUID.randomUUID().toString(), "/events", Instant.EPOCH, message)
                .headers()
                .forEach((name, value) -> record.headers().add(name, value));
        producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
