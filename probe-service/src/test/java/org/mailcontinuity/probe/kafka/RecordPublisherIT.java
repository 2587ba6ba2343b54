package org.mailcontinuity.probe.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.testbed.FreePort;
import org.mailcontinuity.testbed.broker.BrokerSettings;
import org.mailcontinuity.testbed.broker.EmbeddedBroker;
import org.mailcontinuity.testbed.broker.TopicCreation;
import org.mailcontinuity.testbed.broker.TopicSpec;

/** What becomes of records while the broker is away, with a broker of its own that goes and comes back. */
class RecordPublisherIT {
    private static final String TOPIC = "records";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private static PendingRecord record(String value) {
        return new PendingRecord(TOPIC, new byte[] {1}, value.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<String> written(String bootstrapServers, int atLeast) {
        List<String> values = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(LONG).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return values.size() >= atLeast;
            });
        }
        return values;
    }

    @Test
    void keepsTheNewestWhileTheBrokerIsAwayAndWritesThemInOrderAfterwards() {
        BrokerSettings settings =
                new BrokerSettings(directory, FreePort.find(), FreePort.find(), Optional.empty(), true);
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        String bootstrapServers = broker.bootstrapServers();
        TopicSpec topic = new TopicSpec(TOPIC, 1, Map.of("message.timestamp.type", "LogAppendTime"));
        TopicCreation.createMissing(broker.clientSettings(), List.of(topic));
        Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
        try (RecordPublisher publisher = new RecordPublisher(connection, 3, TOPIC, InstantSource.system())) {
            publisher.publish(record("before"));
            await().atMost(LONG).until(() -> publisher.clockOffset().isPresent());
            assertThat(publisher.clockOffset().orElseThrow().abs()).isLessThan(Duration.ofSeconds(5));

            broker.close();
            publisher.publish(record("0"));
            await().atMost(LONG).until(publisher::isAway);
            for (int i = 1; i <= 5; i++) {
                publisher.publish(record(Integer.toString(i)));
            }
            assertThat(publisher.dropped()).isGreaterThanOrEqualTo(2);

            broker = EmbeddedBroker.start(settings);
            await().atMost(LONG).until(() -> publisher.waiting() == 0 && !publisher.isAway());
            List<String> values = written(bootstrapServers, 4);
            // The record under way when the broker went may have been written twice; the order holds all the same.
            assertThat(values.getFirst()).isEqualTo("before");
            assertThat(values.subList(1, values.size())).isSorted().endsWith("4", "5");
        } finally {
            broker.close();
        }
    }
}
