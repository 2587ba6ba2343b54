package org.mailcontinuity.probe.kafka;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;

/**
 * Reads all partitions of a topic from now on, of no group: what is written there may concern any worker. Runs on a
 * thread of its own.
 */
public final class TailConsumer<M extends Message> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TailConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final String topic;
    private final Class<M> type;
    private final Consumer<M> handler;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MessagePublisher publisher;
    private final ReaderCounts counts;
    private final Thread thread;
    private volatile boolean ending;

    /**
     * @param type the messages wanted; the topic is theirs
     * @param handler takes each; must not block for long
     */
    public TailConsumer(
            ReaderClient clients,
            String worker,
            Class<M> type,
            Consumer<M> handler,
            MessagePublisher publisher,
            ReaderCounts counts) {
        this.topic = Messages.typeOf(type).topic().name();
        this.type = type;
        this.handler = handler;
        this.consumer = clients.alone("probe-" + topic + "-" + worker);
        this.publisher = publisher;
        this.counts = counts;
        this.thread = Thread.ofPlatform().name("tail-of-" + topic).unstarted(this::work);
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
            LOG.debugf("reading ends topic=%s", topic);
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
            LOG.warnf("topic cannot be read now topic=%s cause=%s", topic, e.getMessage());
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private boolean assign() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(5)).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        return !partitions.isEmpty();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        counts.read.increment();
        switch (IncomingMapper.read(record)) {
            case Incoming.Known(Message message) when type.isInstance(message) -> handler.accept(type.cast(message));
            case Incoming.Known _, Incoming.UnknownType _ -> counts.unknownTypes.increment();
            case Incoming.Tombstone() -> LOG.debugf("tombstone skipped topic=%s", topic);
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
