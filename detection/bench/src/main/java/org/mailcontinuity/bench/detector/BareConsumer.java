package org.mailcontinuity.bench.detector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.sample.Sample;

/** Reads all samples, decodes them, and does nothing else. */
final class BareConsumer {
    private static final String NAME = "bare-consumer-";

    private final Map<String, String> client;
    private final LongAdder decoded = new LongAdder();
    private final AtomicBoolean done = new AtomicBoolean();

    BareConsumer(Map<String, String> client) {
        this.client = client;
    }

    /** Its pace with that many threads, which share the partitions. */
    Pace measure(int threads, long total) throws InterruptedException {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int share = i;
            readers.add(Thread.ofPlatform().daemon().name(NAME + i).start(() -> read(share, threads)));
        }
        try {
            return Pace.of(decoded::sum, total, NAME);
        } finally {
            done.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
        }
    }

    private void read(int share, int threads) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> mine = new ArrayList<>();
            for (int partition = share; partition < Load.PARTITIONS; partition += threads) {
                mine.add(new TopicPartition(Topics.SAMPLES.name(), partition));
            }
            consumer.assign(mine);
            consumer.seekToBeginning(mine);
            while (!done.get()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (Messages.decode(Sample.class, record.value()).monitorRevision() > 0) {
                        decoded.increment();
                    }
                }
            }
        }
    }
}
