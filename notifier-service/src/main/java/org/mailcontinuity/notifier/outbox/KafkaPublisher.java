package org.mailcontinuity.notifier.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.mailcontinuity.contracts.Envelope;

/** Puts outbox rows on their topics. */
final class KafkaPublisher {
    private static final String SOURCE = "/notifier";

    private final Producer<byte[], byte[]> producer;

    KafkaPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Publishes rows of different lanes at once and waits until the broker has answered for each.
     *
     * @return one result for each row, in their order
     */
    List<Result> publish(List<OutboxRow> rows) throws InterruptedException {
        List<Future<RecordMetadata>> pending = new ArrayList<>();
        for (OutboxRow row : rows) {
            pending.add(send(row));
        }
        producer.flush();
        List<Result> results = new ArrayList<>();
        for (Future<RecordMetadata> answer : pending) {
            results.add(result(answer));
        }
        return results;
    }

    private Future<RecordMetadata> send(OutboxRow row) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.value());
        new Envelope(row.id().toString(), SOURCE, row.type(), row.writtenAt(), row.key(), Optional.empty())
                .headers()
                .forEach((name, value) -> message.headers().add(name, value));
        try {
            return producer.send(message);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Result result(Future<RecordMetadata> answer) throws InterruptedException {
        try {
            answer.get();
            return new Sent();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause.getClass().getSimpleName() + ": " + cause.getMessage();
            return cause instanceof RetriableException ? new BrokerAway(why) : new Refused(why);
        }
    }

    /** How publishing a row ended. */
    sealed interface Result {}

    /** The broker has it. */
    record Sent() implements Result {}

    /** The broker did not answer in time; it may or may not have the row. */
    record BrokerAway(String cause) implements Result {}

    /** The broker does not take this row, now and probably later. */
    record Refused(String cause) implements Result {}
}
