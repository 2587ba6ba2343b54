package org.mailcontinuity.notifier.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts the feature's plain classes together. */
final class OutboxBeans {
    private static final Duration CLOSE = Duration.ofSeconds(3);

    @Produces
    @Singleton
    OutboxPublisher outbox(
            OutboxRepository rows,
            Event<OutboxPublisher.OutboxWritten> written,
            InstantSource clock,
            RandomGenerator random) {
        return new OutboxPublisher(rows, written, clock, random);
    }

    @Produces
    @Singleton
    StoppedLanes stoppedLanes() {
        return new StoppedLanes();
    }

    @Produces
    @Singleton
    OutboxRelay relay(
            Producer<byte[], byte[]> producer, StoppedLanes stopped, OutboxMetrics metrics, InstantSource clock) {
        return new OutboxRelay(new KafkaPublisher(producer), stopped, metrics, clock);
    }

    /** The service's one producer; dead letters use it too. */
    @Produces
    @Singleton
    Producer<byte[], byte[]> producer(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void close(@Disposes Producer<byte[], byte[]> producer) {
        producer.close(CLOSE);
    }
}
