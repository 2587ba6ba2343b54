package org.mailcontinuity.probe.arrival;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.probe.kafka.Incoming;
import org.mailcontinuity.probe.kafka.IncomingMapper;
import org.mailcontinuity.probe.kafka.MessagePublisher;
import org.mailcontinuity.probe.kafka.ReaderClient;
import org.mailcontinuity.probe.kafka.ReaderCounts;

/**
 * Reads all of continuity.arrivals from now on: any worker may have received what this one sent. Runs on a thread of
 * its own.
 */
public final class ArrivalConsumer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ArrivalConsumer.class);
    private static final String TOPIC = Topics.ARRIVALS.name();
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ArrivalBook book;
    private final MessagePublisher publisher;
    private final ReaderCounts counts;
    private final Thread thread;
    private volatile boolean ending;

    public ArrivalConsumer(
            ReaderClient clients, String worker, ArrivalBook book, MessagePublisher publisher, ReaderCounts counts) {
        this.consumer = clients.alone("probe-arrivals-" + worker);
        this.book = book;
        this.publisher = publisher;
        this.counts = counts;
        this.thread = Thread.ofPlatform().name("arrival-consumer").unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        ending = true;
        consumer.wakeup();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (consumer) {
            while (!ending) {
                round();
            }
        } catch (WakeupException e) {
            LOG.debug("arrival consumer ends");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            if (consumer.assignment().isEmpty() && !assign()) {
                Thread.sleep(Duration.ofSeconds(1));
                return;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                take(record);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warnf("arrivals cannot be read now cause=%s", e.getMessage());
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private boolean assign() {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC, Duration.ofSeconds(5)).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        return !partitions.isEmpty();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        counts.read.increment();
        switch (IncomingMapper.read(record)) {
            case Incoming.Known(Arrival arrival) -> book.arrived(arrival);
            case Incoming.Known _, Incoming.UnknownType _ -> counts.unknownTypes.increment();
            case Incoming.Tombstone() -> LOG.debug("arrivals have no tombstones: skipped");
            case Incoming.Unreadable(String cause) -> {
                counts.deadLetters.increment();
                publisher.deadLetter(record, cause);
                LOG.warnf(
                        "unreadable record set aside topic=%s partition=%d offset=%d cause=%s",
                        record.topic(), record.partition(), record.offset(), cause);
            }
        }
    }
}
