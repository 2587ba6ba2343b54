package org.mailcontinuity.probe.assignment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.probe.kafka.Incoming;
import org.mailcontinuity.probe.kafka.IncomingMapper;
import org.mailcontinuity.probe.kafka.MessagePublisher;
import org.mailcontinuity.probe.kafka.ReaderClient;
import org.mailcontinuity.probe.kafka.ReaderCounts;
import org.mailcontinuity.probe.schedule.CheckScheduler;

/**
 * Reads continuity.monitors as a member of the vantage's group, each newly assigned partition from its beginning, and
 * never commits: the topic is compacted and the table is in memory. Runs on a thread of its own.
 */
public final class MonitorConsumer implements AutoCloseable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(MonitorConsumer.class);
    private static final String TOPIC = Topics.MONITORS.name();
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration ADMIN_CALL = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MonitorTable table;
    private final MessagePublisher publisher;
    private final ReaderCounts counts;
    private final Thread thread;
    private volatile boolean ending;
    private volatile boolean ready;

    public MonitorConsumer(
            ReaderClient clients,
            String vantage,
            String worker,
            CheckScheduler scheduler,
            MessagePublisher publisher,
            ReaderCounts counts) {
        this.consumer = clients.inGroup("probe." + vantage, "probe-monitors-" + worker);
        this.table = new MonitorTable(vantage, scheduler::put, scheduler::remove);
        this.publisher = publisher;
        this.counts = counts;
        this.thread = Thread.ofPlatform().name("monitor-consumer").unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    /** Whether the worker has its share of monitors and has read all of it. */
    public boolean isReady() {
        return ready;
    }

    /** Leaves the group, so that the others take over at once. */
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

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        consumer.seekToBeginning(assigned);
        assigned.forEach(partition -> table.assign(partition.partition()));
        LOG.infof("monitors assigned partitions=%s", numbers(assigned));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> table.revoke(partition.partition()));
        if (!revoked.isEmpty()) {
            LOG.infof("monitors revoked partitions=%s", numbers(revoked));
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        onPartitionsRevoked(lost);
    }

    private void work() {
        try (consumer) {
            consumer.subscribe(List.of(TOPIC), this);
            while (!ending) {
                round();
            }
        } catch (WakeupException e) {
            LOG.debug("monitor consumer ends");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                take(record);
            }
            askForEnds();
            Set<TopicPartition> assigned = consumer.assignment();
            for (TopicPartition partition : assigned) {
                table.reached(partition.partition(), consumer.position(partition, ADMIN_CALL));
            }
            boolean joined = consumer.groupMetadata().generationId() > 0;
            ready = joined && table.isCaughtUp();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warnf("monitors cannot be read now cause=%s", e.getMessage());
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private void askForEnds() {
        List<TopicPartition> unknown = table.withoutEnd().stream()
                .map(partition -> new TopicPartition(TOPIC, partition))
                .toList();
        if (!unknown.isEmpty()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(unknown, ADMIN_CALL);
            ends.forEach((partition, end) -> table.endsAt(partition.partition(), end));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        counts.read.increment();
        switch (IncomingMapper.read(record)) {
            case Incoming.Known(MonitorDefinition definition) -> table.put(record.partition(), definition);
            case Incoming.Known _, Incoming.UnknownType _ -> counts.unknownTypes.increment();
            case Incoming.Tombstone() -> delete(record);
            case Incoming.Unreadable(String cause) -> setAside(record, cause);
        }
    }

    private void delete(ConsumerRecord<byte[], byte[]> record) {
        try {
            table.delete(record.partition(), UUID.fromString(IncomingMapper.keyOf(record)));
        } catch (IllegalArgumentException e) {
            setAside(record, "the key must be a monitorId");
        }
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, String cause) {
        counts.deadLetters.increment();
        publisher.deadLetter(record, cause);
        LOG.warnf(
                "unreadable record set aside topic=%s partition=%d offset=%d cause=%s",
                record.topic(), record.partition(), record.offset(), cause);
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).sorted().toList();
    }
}
