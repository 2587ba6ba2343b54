package org.mailcontinuity.notifier.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.worker.Worker;

/** Feeds every {@link OrderedConsumer} bean for as long as the service runs. */
@Singleton
public class InboxJob {
    private static final Logger LOG = Logger.getLogger(InboxJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Instance<OrderedConsumer> features;
    private final Map<String, Object> brokerConfig;
    private final InboxRepository inbox;
    private final DeadLetterPublisher deadLetters;
    private final InboxMetrics metrics;
    private final InstantSource clock;
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final Map<String, String> stopped = new ConcurrentHashMap<>();

    InboxJob(
            @Any Instance<OrderedConsumer> features,
            @Identifier("default-kafka-broker") Map<String, Object> brokerConfig,
            InboxRepository inbox,
            DeadLetterPublisher deadLetters,
            InboxMetrics metrics,
            InstantSource clock) {
        this.features = features;
        this.brokerConfig = brokerConfig;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The topics read, as far as known. */
    public List<OrderedConsumer> consumers() {
        return features.stream().toList();
    }

    /** The topics whose consumer met a bug and stopped, with the cause. */
    Map<String, String> stopped() {
        return Map.copyOf(stopped);
    }

    void start(@Observes StartupEvent event) {
        for (OrderedConsumer feature : features) {
            Worker worker = Worker.named("inbox " + feature.topic().name());
            workers.add(worker);
            worker.start(() -> feed(feature, worker));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(Worker::stop);
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forget() {
        inbox.forgetBefore(clock.instant().minus(KEPT));
    }

    private void feed(OrderedConsumer feature, Worker worker) throws InterruptedException {
        String topic = feature.topic().name();
        try (KafkaConsumer<byte[], byte[]> broker =
                new KafkaConsumer<>(config(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            broker.subscribe(List.of(topic));
            InboxConsumer consumer = new InboxConsumer(feature, broker, inbox, deadLetters, metrics);
            while (worker.running()) {
                if (!consumer.round()) {
                    worker.pause(PAUSE);
                }
            }
        } catch (RuntimeException e) {
            stopped.put(topic, String.valueOf(e.getMessage()));
            LOG.errorf(e, "consumer stopped topic=%s", topic);
            worker.finish();
        }
    }

    private Map<String, Object> config(String topic) {
        Map<String, Object> config = new HashMap<>(brokerConfig);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "notifier-service." + topic);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }
}
