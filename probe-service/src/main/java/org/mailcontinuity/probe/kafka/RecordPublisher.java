package org.mailcontinuity.probe.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Writes records to Kafka in the order in which they come, from a thread of its own. {@link #publish} never blocks:
 * while Kafka is away the records wait, the oldest dropped first once the buffer is full. What may have been written
 * before the connection broke is written again: readers know a sample by its id.
 */
public final class RecordPublisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RecordPublisher.class);
    private static final int BATCH = 1000;
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final PendingRecords pending;
    private final ClockOffset clockOffset = new ClockOffset();
    private final KafkaProducer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final String brokerDatedTopic;
    private final Thread thread;
    private final AtomicLong written = new AtomicLong();
    private volatile boolean ending;
    private volatile boolean away;
    private volatile Instant lastWrittenAt;

    /**
     * @param connection how to reach Kafka
     * @param capacity how many records wait at most
     * @param brokerDatedTopic a topic whose records the broker dates, by which the clocks are compared
     */
    public RecordPublisher(Map<String, Object> connection, int capacity, String brokerDatedTopic, InstantSource clock) {
        this.pending = new PendingRecords(capacity);
        this.producer = new KafkaProducer<>(settings(connection));
        this.clock = clock;
        this.brokerDatedTopic = brokerDatedTopic;
        this.lastWrittenAt = clock.instant();
        this.thread = Thread.ofPlatform().name("record-publisher").start(this::work);
    }

    public void publish(PendingRecord record) {
        pending.add(record);
    }

    /** Marks the end of what was published so far, for {@link #isSettled}. */
    public long mark() {
        return pending.added();
    }

    /** Whether everything up to that mark was written, or dropped. */
    public boolean isSettled(long mark) {
        return written.get() + pending.dropped() >= mark;
    }

    /** How many records wait. */
    public int waiting() {
        return pending.size();
    }

    /** How many records were dropped since the start. */
    public long dropped() {
        return pending.dropped();
    }

    /** How long ago a record was last written; since the start where none was. */
    public Duration sinceLastWrite() {
        return Duration.between(lastWrittenAt, clock.instant());
    }

    /** Whether the last attempt to write failed. */
    public boolean isAway() {
        return away;
    }

    /** How far this machine's clock is ahead of the broker's. */
    public Optional<Duration> clockOffset() {
        return clockOffset.get();
    }

    /** Writes what waits, as far as Kafka takes it within a few seconds, and closes. */
    @Override
    public void close() {
        ending = true;
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        producer.close(Duration.ofSeconds(1));
        if (pending.size() > 0) {
            LOG.warnf("records not written at the end count=%d", pending.size());
        }
    }

    private void work() {
        try {
            while (!ending || pending.size() > 0) {
                List<PendingRecord> batch = pending.take(BATCH, PATIENCE);
                if (!batch.isEmpty() && !written(batch)) {
                    if (ending) {
                        return;
                    }
                    Thread.sleep(BEFORE_RETRY);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes a batch; what fails goes back to its place. */
    private boolean written(List<PendingRecord> batch) throws InterruptedException {
        long before = clock.millis();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
        List<PendingRecord> failed = new ArrayList<>();
        String cause = "";
        try {
            for (PendingRecord record : batch) {
                Future<RecordMetadata> acknowledgement = producer.send(producerRecord(record));
                acknowledgements.add(acknowledgement);
                if (acknowledgement.state() == Future.State.FAILED) {
                    break; // The broker is out of reach: those behind it must not overtake it.
                }
            }
            producer.flush();
        } catch (KafkaException e) {
            cause = String.valueOf(e.getMessage());
        }
        long after = clock.millis();
        for (int i = 0; i < batch.size(); i++) {
            if (i >= acknowledgements.size()) {
                failed.add(batch.get(i));
                continue;
            }
            try {
                RecordMetadata written = acknowledgements.get(i).get();
                compareClocks(written, before, after);
            } catch (ExecutionException e) {
                cause = String.valueOf(e.getCause());
                keepUnlessHopeless(batch.get(i), e, failed);
            }
        }
        written.addAndGet(batch.size() - failed.size());
        settle(failed, cause);
        return failed.isEmpty();
    }

    private static void keepUnlessHopeless(PendingRecord record, ExecutionException e, List<PendingRecord> failed) {
        if (e.getCause() instanceof RecordTooLargeException) {
            LOG.errorf("record too large to be written, dropped topic=%s", record.topic());
        } else {
            failed.add(record);
        }
    }

    private void settle(List<PendingRecord> failed, String cause) {
        if (!failed.isEmpty()) {
            if (!away) {
                LOG.warnf("Kafka is away, records wait count=%d cause=%s", failed.size(), cause);
            }
            pending.returned(failed);
        } else if (away) {
            LOG.info("Kafka is back");
        }
        away = !failed.isEmpty();
        if (!away) {
            lastWrittenAt = clock.instant();
        }
    }

    private void compareClocks(RecordMetadata written, long before, long after) {
        if (written.hasTimestamp() && written.topic().equals(brokerDatedTopic)) {
            clockOffset.observe(before, after, written.timestamp());
        }
    }

    private static ProducerRecord<byte[], byte[]> producerRecord(PendingRecord record) {
        ProducerRecord<byte[], byte[]> written = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach((name, value) -> written.headers().add(name, value));
        return written;
    }

    private static Map<String, Object> settings(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }
}
