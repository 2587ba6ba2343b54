package org.mailcontinuity.notifier.inbox;

import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.mailcontinuity.contracts.DeadLetter;

/** Keeps records that cannot be read, byte for byte, with the cause. */
@Singleton
class DeadLetterPublisher {
    private static final String SERVICE = "notifier-service";

    private final Producer<byte[], byte[]> producer;

    DeadLetterPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Returns when the broker has it; throws a retriable exception if the broker does not answer. */
    void publish(ConsumerRecord<byte[], byte[]> record, String cause) throws InterruptedException {
        DeadLetter letter = new DeadLetter(cause, SERVICE, record.topic(), record.partition(), record.offset());
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(letter.deadLetterTopic(), null, record.key(), record.value(), record.headers());
        letter.headers().forEach((name, value) -> copy.headers().remove(name).add(name, value));
        try {
            producer.send(copy).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException retriable) {
                throw retriable;
            }
            throw new TimeoutException(
                    "dead-letter topic " + letter.deadLetterTopic() + " takes nothing", e.getCause());
        }
    }
}
