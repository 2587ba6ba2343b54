package org.mailcontinuity.notifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.contracts.reply.ContactReplied;

/** Writes what the event-service would, and reads what the notifier writes. */
final class TestTopics implements AutoCloseable {
    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;

    TestTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void write(Message message) {
        write(message, UUID.randomUUID().toString());
    }

    void write(Message message, String id) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Messages.typeOf(message.getClass()).topic().name(),
                message.key().getBytes(StandardCharsets.UTF_8),
                Messages.encode(message));
        Envelope.of(id, "/events", Instant.EPOCH, message)
                .headers()
                .forEach((name, value) -> record.headers().add(name, value));
        send(record);
    }

    void writeBytes(Topic topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** All that the notifier told of this alert or event. */
    List<NotificationAttempted> notifications(UUID subject) {
        List<NotificationAttempted> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : readAll(Topics.NOTIFICATIONS)) {
            if (new String(record.key(), StandardCharsets.UTF_8).equals(subject.toString())
                    && read(record).orElse(null) instanceof NotificationAttempted read) {
                found.add(read);
            }
        }
        return found;
    }

    /** All that contacts answered to this alert. */
    List<ContactReplied> replies(UUID alertId) {
        List<ContactReplied> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : readAll(Topics.NOTIFICATIONS)) {
            if (read(record).orElse(null) instanceof ContactReplied read
                    && read.alertId().equals(alertId)) {
                found.add(read);
            }
        }
        return found;
    }

    private static Optional<Message> read(ConsumerRecord<byte[], byte[]> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return Messages.decode(type, record.value());
    }

    List<ConsumerRecord<byte[], byte[]>> readAll(Topic topic) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrapServers);
        config.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (records.size() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
