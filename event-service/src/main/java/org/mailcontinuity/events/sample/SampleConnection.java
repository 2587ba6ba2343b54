package org.mailcontinuity.events.sample;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
 * Reads the samples of one monitor from the one partition that has them, from an instant on. Bounded: at most
 * {@code most} samples, and at most five seconds of reading. Joins no group and commits nothing. Thread-safe: every
 * question has its own consumer.
 */
@Singleton
class SampleConnection {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> broker;
    private final InstantSource clock;

    SampleConnection(@Identifier("default-kafka-broker") Map<String, Object> broker, InstantSource clock) {
        this.broker = Map.copyOf(broker);
        this.clock = clock;
    }

    SamplesView read(SampleQuery query) {
        byte[] key = query.monitorId().toString().getBytes(StandardCharsets.UTF_8);
        Instant deadline = clock.instant().plus(LONGEST);
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            TopicPartition partition = partition(consumer, key);
            consumer.assign(List.of(partition));
            Optional<Long> start = start(consumer, partition, query.from());
            if (start.isEmpty()) {
                return view(query, false, List.of());
            }
            consumer.seek(partition, start.get());
            long end = consumer.endOffsets(List.of(partition), LONGEST).getOrDefault(partition, start.get());
            return collect(consumer, partition, query, end, deadline);
        }
    }

    private SamplesView collect(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            SampleQuery query,
            long end,
            Instant deadline) {
        byte[] key = query.monitorId().toString().getBytes(StandardCharsets.UTF_8);
        List<Sample> found = new ArrayList<>();
        while (consumer.position(partition) < end) {
            if (clock.instant().isAfter(deadline)) {
                return view(query, true, found);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.timestamp() >= query.until().toEpochMilli()) {
                    return view(query, false, found);
                }
                if (!Arrays.equals(key, record.key())) {
                    continue;
                }
                if (found.size() == query.most()) {
                    return view(query, true, found);
                }
                sample(record).ifPresent(found::add);
            }
        }
        return view(query, false, found);
    }

    private static SamplesView view(SampleQuery query, boolean truncated, List<Sample> found) {
        return new SamplesView(query.from(), query.until(), truncated, found);
    }

    private static Optional<Sample> sample(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(Messages.decode(Sample.class, record.value()));
        } catch (UnreadableMessageException e) {
            // The detector puts it aside; here it is only not shown.
            return Optional.empty();
        }
    }

    private static Optional<Long> start(Consumer<byte[], byte[]> consumer, TopicPartition partition, Instant from) {
        OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, from.toEpochMilli()), LONGEST)
                .get(partition);
        return Optional.ofNullable(first).map(OffsetAndTimestamp::offset);
    }

    /** The partition that Kafka's own partitioner gives the key. */
    private static TopicPartition partition(Consumer<byte[], byte[]> consumer, byte[] key) {
        String topic = Topics.SAMPLES.name();
        int partitions = consumer.partitionsFor(topic, LONGEST).size();
        return new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % partitions);
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(broker);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST.toMillis());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
