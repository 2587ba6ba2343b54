package org.mailcontinuity.events.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.events.problem.Unreachable;

/**
 * Feeds one {@link OrderedConsumer}: reads, decodes, hands over in a transaction, commits offsets after it.
 *
 * <p>What cannot be read goes to the dead-letter topic. While the database or the broker is away the same record is
 * tried again and nothing after it is touched. One thread.
 */
final class InboxConsumer {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final OrderedConsumer feature;
    private final Consumer<byte[], byte[]> broker;
    private final InboxRepository inbox;
    private final DeadLetterPublisher deadLetters;
    private final InboxMetrics metrics;

    InboxConsumer(
            OrderedConsumer feature,
            Consumer<byte[], byte[]> broker,
            InboxRepository inbox,
            DeadLetterPublisher deadLetters,
            InboxMetrics metrics) {
        this.feature = feature;
        this.broker = broker;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * Handles what is there.
     *
     * @return false if something needed was away: wait a little before the next round
     */
    boolean round() throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = broker.poll(POLL);
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        try {
            for (List<ConsumerRecord<byte[], byte[]>> portion : portions(records)) {
                accept(portion);
                portion.forEach(record -> done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1)));
            }
            return true;
        } catch (RuntimeException e) {
            if (!away(e)) {
                throw e;
            }
            LOG.warnf("consumer waits topic=%s cause=%s", feature.topic().name(), e.getMessage());
            rewind(records, done);
            return false;
        } finally {
            commit(done);
        }
    }

    /** What is handled in one transaction: one record, or all that were read at once where the feature says so. */
    private List<List<ConsumerRecord<byte[], byte[]>>> portions(ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        records.forEach(all::add);
        if (feature.together()) {
            return all.isEmpty() ? List.of() : List.of(all);
        }
        return all.stream().map(List::of).toList();
    }

    private void accept(List<ConsumerRecord<byte[], byte[]>> portion) throws InterruptedException {
        List<Letter> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : portion) {
            open(record).ifPresent(letters::add);
        }
        handle(letters);
        letters.forEach(
                letter -> metrics.handled(feature.topic(), letter.received().appendedAt()));
    }

    /** Empty for what is skipped or put aside. */
    private Optional<Letter> open(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            Envelope envelope = Envelope.read(name -> value(record, name));
            Optional<Message> message =
                    record.value() == null ? Optional.empty() : Messages.decode(envelope.type(), record.value());
            if (record.value() != null && message.isEmpty()) {
                metrics.skipped(feature.topic());
                return Optional.empty();
            }
            return Optional.of(
                    new Letter(envelope, new Received(key(record), message, Instant.ofEpochMilli(record.timestamp()))));
        } catch (UnreadableMessageException e) {
            LOG.errorf(
                    "dead letter topic=%s partition=%d offset=%d cause=%s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
            deadLetters.publish(record, String.valueOf(e.getMessage()));
            metrics.deadLetter(feature.topic());
            return Optional.empty();
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new UnreadableMessageException("key must be present");
        }
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private void handle(List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> letters.forEach(letter -> {
                    Envelope envelope = letter.envelope();
                    if (inbox.firstTime(feature.topic().name(), envelope.source(), envelope.id())) {
                        feature.handle(letter.received());
                    }
                }));
    }

    private record Letter(Envelope envelope, Received received) {}

    private void rewind(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, OffsetAndMetadata> done) {
        for (TopicPartition partition : records.partitions()) {
            OffsetAndMetadata next = done.get(partition);
            long offset = next == null ? records.records(partition).getFirst().offset() : next.offset();
            if (broker.assignment().contains(partition)) {
                broker.seek(partition, offset);
            }
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> done) {
        if (done.isEmpty()) {
            return;
        }
        try {
            broker.commitSync(done);
        } catch (KafkaException e) {
            // The records may come again: their ids are known.
            LOG.warnf("offsets not committed topic=%s cause=%s", feature.topic().name(), e.getMessage());
        }
    }

    private static boolean away(Throwable e) {
        return e instanceof RetriableException || e.getCause() instanceof RetriableException || Unreachable.database(e);
    }

    private static byte @Nullable [] value(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
