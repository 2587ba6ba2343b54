package org.mailcontinuity.standalone.deadletter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mailcontinuity.contracts.DeadLetter;
import org.mailcontinuity.contracts.Topic;

/** Reads dead-letter topics, which have one partition each, and hands their records over again. One thread. */
public final class DeadLetterClient implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final KafkaConsumer<byte[], byte[]> reader;

    /** @param clientSettings how to reach and to sign in at the broker */
    public DeadLetterClient(Map<String, String> clientSettings) {
        settings = new HashMap<>(clientSettings);
        Map<String, Object> reading = new HashMap<>(settings);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        reader = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The newest dead letters of a topic in order, at most {@code most}. */
    public List<Letter> newest(Topic topic, int most) {
        Deque<Letter> kept = new ArrayDeque<>();
        read(topic, 0, Long.MAX_VALUE, letter -> {
            kept.add(letter);
            if (kept.size() > most) {
                kept.remove();
            }
        });
        return List.copyOf(kept);
    }

    /** The dead letter at an offset; empty where there is none, or none any more. */
    public Optional<Letter> at(Topic topic, long offset) {
        List<Letter> found = new ArrayList<>();
        read(topic, offset, offset + 1, found::add);
        return found.stream().findFirst();
    }

    /**
     * Writes letters to the topic and partition they came from, as they were, and waits until the broker has them. A
     * message that was handled before is known by its id and changes nothing.
     */
    public void replay(Collection<Letter> letters) throws InterruptedException, ExecutionException {
        Map<String, Object> writing = new HashMap<>(settings);
        writing.put(ProducerConfig.ACKS_CONFIG, "all");
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            letters.forEach(letter -> sent.add(producer.send(again(letter))));
        }
        for (Future<RecordMetadata> answer : sent) {
            answer.get();
        }
    }

    /** Removes a topic's dead letters up to that one. */
    public void removeThrough(Topic topic, long offset) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(settings)) {
            admin.deleteRecords(Map.of(partition(topic), RecordsToDelete.beforeOffset(offset + 1)))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    private static ProducerRecord<byte[], byte[]> again(Letter letter) {
        int partition = letter.why().map(DeadLetter::partition).orElseThrow();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                letter.topic(),
                partition,
                letter.key().orElse(null),
                letter.value().orElse(null));
        letter.headers().forEach((name, value) -> record.headers().add(name, value));
        return record;
    }

    /** Gives the letters from one offset to before another, in order; none is held on to. */
    private void read(Topic topic, long from, long before, Consumer<Letter> each) {
        TopicPartition partition = partition(topic);
        List<TopicPartition> all = List.of(partition);
        reader.assign(all);
        long first = reader.beginningOffsets(all).getOrDefault(partition, 0L);
        long end = Math.min(before, reader.endOffsets(all).getOrDefault(partition, 0L));
        reader.seek(partition, Math.max(first, from));
        while (reader.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                if (record.offset() < before) {
                    each.accept(Letter.of(topic, record));
                }
            }
        }
    }

    private static TopicPartition partition(Topic topic) {
        return new TopicPartition(topic.deadLetter().name(), 0);
    }
}
