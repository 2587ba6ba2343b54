package org.mailcontinuity.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topic;

/** The topics, as another service sees them. */
public final class Wire {
    private static final KafkaProducer<byte[], byte[]> PRODUCER =
            new KafkaProducer<>(broker(), new ByteArraySerializer(), new ByteArraySerializer());

    private Wire() {}

    /** Writes a message as the service that owns its topic does. */
    public static void send(Message message) {
        send(message, UUID.randomUUID().toString());
    }

    /** As {@link #send(Message)}, with an id of its own, as after a retry. */
    public static void send(Message message, String id) {
        Envelope envelope = Envelope.of(id, "/test", Instant.now(), message);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Messages.typeOf(message.getClass()).topic().name(),
                message.key().getBytes(StandardCharsets.UTF_8),
                Messages.encode(message));
        envelope.headers().forEach((name, value) -> record.headers().add(name, value));
        PRODUCER.send(record);
        PRODUCER.flush();
    }

    /** Every message of a class with this key, in order. */
    public static <T extends Message> List<T> read(Class<T> type, String key) {
        return records(Messages.typeOf(type).topic(), key).stream()
                .filter(record -> record.value() != null)
                .map(record -> Messages.decode(type, record.value()))
                .toList();
    }

    /** The latest message with this key; empty before the first one, and after a tombstone. */
    public static <T extends Message> Optional<T> latest(Class<T> type, String key) {
        List<ConsumerRecord<byte[], byte[]>> found =
                records(Messages.typeOf(type).topic(), key);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(found.getLast().value()).map(value -> Messages.decode(type, value));
    }

    /** Whether the latest record with this key is a tombstone. */
    public static boolean deleted(Class<? extends Message> type, String key) {
        List<ConsumerRecord<byte[], byte[]>> found =
                records(Messages.typeOf(type).topic(), key);
        return !found.isEmpty() && found.getLast().value() == null;
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(Topic topic, String key) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static Map<String, Object> broker() {
        return Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "isolation.level",
                "read_committed");
    }
}
