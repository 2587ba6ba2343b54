package org.mailcontinuity.detector.streams;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.testbed.stack.SharedStack;

/** Writes as probes do, and reads as anybody would: committed records only. */
final class KafkaProbe implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedStack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers",
                    SharedStack.bootstrapServers(),
                    "isolation.level",
                    "read_committed",
                    "auto.offset.reset",
                    "earliest",
                    "group.id",
                    UUID.randomUUID().toString()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    KafkaProbe() {
        consumer.subscribe(List.of(
                Topics.DISRUPTIONS.name(),
                Topics.WINDOWS.name(),
                Topics.SAMPLES.deadLetter().name(),
                Topics.MONITORS.deadLetter().name()));
    }

    void send(Topic topic, Message message) {
        send(topic, message.key(), Messages.encode(message), Messages.typeOf(message));
    }

    void send(Topic topic, String key, byte @Nullable [] value, String type) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value);
        record.headers().add(Envelope.TYPE_HEADER, type.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Disruption messages of a monitor so far, in order. */
    List<DisruptionMessage> disruptions(UUID monitorId) {
        return records(Topics.DISRUPTIONS, monitorId).stream()
                .map(record -> (DisruptionMessage) decode(record))
                .toList();
    }

    /** Windows of a monitor so far, in order. */
    List<WindowJudgement> windows(UUID monitorId) {
        return records(Topics.WINDOWS, monitorId).stream()
                .map(record -> (WindowJudgement) decode(record))
                .toList();
    }

    /** Records with that monitor as their key so far, in order. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic, UUID monitorId) {
        consumer.poll(Duration.ofMillis(50)).forEach(read::add);
        byte[] key = monitorId.toString().getBytes(StandardCharsets.UTF_8);
        return read.stream()
                .filter(record -> record.topic().equals(topic.name()) && java.util.Arrays.equals(record.key(), key))
                .toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Message decode(ConsumerRecord<byte[], byte[]> record) {
        return Messages.decode(header(record, Envelope.TYPE_HEADER), record.value())
                .orElseThrow();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
