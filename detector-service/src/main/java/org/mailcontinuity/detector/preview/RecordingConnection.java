package org.mailcontinuity.detector.preview;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.contracts.sample.Sample;

/**
 * The samples of one monitor between two append times, from the one partition that has them, some hundred records at a
 * time. Records of other monitors are passed over unread. Joins no group and commits nothing. Not thread-safe.
 */
final class RecordingConnection implements Preview.Recording {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int RECORDS = 1_000;
    private static final int BYTES = 4 * 1024 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final byte[] key;
    private final long start;
    private final long end;
    private boolean over;

    private RecordingConnection(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, byte[] key, long start, long end) {
        this.consumer = consumer;
        this.partition = partition;
        this.key = key;
        this.start = start;
        this.end = end;
        this.over = start >= end;
    }

    /**
     * Finds where the samples are.
     *
     * @param broker everything a client must set to reach the broker
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer within 10 s
     */
    static RecordingConnection open(Map<String, Object> broker, PreviewRequest request) {
        byte[] key = request.monitorId().toString().getBytes(StandardCharsets.UTF_8);
        Consumer<byte[], byte[]> consumer = consumer(broker);
        try {
            int partitions =
                    consumer.partitionsFor(Topics.SAMPLES.name(), ANSWER).size();
            // The partition that Kafka's own partitioner gives the key.
            TopicPartition partition =
                    new TopicPartition(Topics.SAMPLES.name(), Utils.toPositive(Utils.murmur2(key)) % partitions);
            consumer.assign(List.of(partition));
            long last = consumer.endOffsets(List.of(partition), ANSWER).getOrDefault(partition, 0L);
            long end = offset(consumer, partition, request.until()).orElse(last);
            long start = offset(consumer, partition, request.from()).orElse(end);
            consumer.seek(partition, start);
            return new RecordingConnection(consumer, partition, key, start, end);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    @Override
    public Optional<Preview.Chunk> next() {
        if (over) {
            return Optional.empty();
        }
        List<Sample> samples = new ArrayList<>();
        int unreadable = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (record.offset() >= end) {
                break;
            }
            if (Arrays.equals(key, record.key())) {
                Optional<Sample> sample = sample(record);
                sample.ifPresent(samples::add);
                unreadable += sample.isPresent() ? 0 : 1;
            }
        }
        long position = Math.min(consumer.position(partition, ANSWER), end);
        over = position >= end;
        return Optional.of(new Preview.Chunk(samples, unreadable, (double) (position - start) / (end - start)));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Optional<Sample> sample(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            Sample sample = Messages.decode(Sample.class, record.value());
            return Optional.of(sample.appended(Instant.ofEpochMilli(record.timestamp())));
        } catch (UnreadableMessageException e) {
            return Optional.empty(); // The detector has put it aside.
        }
    }

    private static Optional<Long> offset(Consumer<byte[], byte[]> consumer, TopicPartition partition, Instant time) {
        OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli()), ANSWER)
                .get(partition);
        return Optional.ofNullable(first).map(OffsetAndTimestamp::offset);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> broker) {
        Map<String, Object> config = new HashMap<>(broker);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "continuity-detector-preview");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"); // what the topic has forgotten is passed over
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BYTES);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
