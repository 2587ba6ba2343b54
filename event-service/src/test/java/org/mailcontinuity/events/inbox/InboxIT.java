package org.mailcontinuity.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Records;
import org.mailcontinuity.events.Wire;
import org.mailcontinuity.testbed.stack.SharedStack;

/** What consumers are promised. */
@EventServiceTest
class InboxIT {
    @Inject
    ArrivalConsumer consumer;

    private final UUID monitor = UUID.randomUUID();
    private final String tag = monitor.toString().substring(0, 8) + " ";

    @Test
    void handlesAMessageOnceHoweverOftenItComes() {
        String id = UUID.randomUUID().toString();
        Wire.send(arrival("1"), id);
        Wire.send(arrival("1"), id);
        Wire.send(arrival("2"), id);
        Wire.send(arrival("3"), UUID.randomUUID().toString());
        await().until(() -> heard().contains("3"));
        assertThat(heard()).containsExactly("1", "3");
    }

    @Test
    void triesTheSameMessageAgainWhileTheDatabaseIsAway() {
        consumer.databaseAway.set(2);
        Wire.send(arrival("1"));
        Wire.send(arrival("2"));
        await().atMost(Duration.ofSeconds(15)).until(() -> heard().size() == 2);
        assertThat(heard()).containsExactly("1", "2");
    }

    @Test
    void keepsWhatCannotBeReadAndGoesOn() {
        raw("org.mailcontinuity.arrival.v1", "{\"monitorId\": \"" + monitor + "\"}");
        raw("org.mailcontinuity.arrival.v1", "no json");
        raw("org.mailcontinuity.unheard-of.v1", "{}");
        Wire.send(arrival("after"));
        await().until(() -> heard().contains("after"));
        try (Records letters = Records.of(Topics.ARRIVALS.deadLetter())) {
            await().until(() -> letters.of(monitor.toString()).size() == 2);
            List<ConsumerRecord<String, byte[]>> found = letters.of(monitor.toString());
            assertThat(Records.header(found.getFirst(), "dlq-cause")).contains("tls must be");
            assertThat(Records.header(found.getFirst(), "dlq-topic")).isEqualTo("continuity.arrivals");
            assertThat(Records.header(found.getFirst(), "dlq-service")).isEqualTo("event-service");
            assertThat(Records.header(found.getFirst(), "ce_type")).isEqualTo("org.mailcontinuity.arrival.v1");
            assertThat(new String(found.get(1).value(), StandardCharsets.UTF_8)).isEqualTo("no json");
        }
    }

    private List<String> heard() {
        return consumer.heard.stream()
                .filter(text -> text.startsWith(tag))
                .map(text -> text.substring(tag.length()))
                .toList();
    }

    private Arrival arrival(String text) {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        return new Arrival(monitor, UUID.randomUUID(), now, now, "local", tag + text, true, List.of());
    }

    private void raw(String type, String value) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedStack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    Topics.ARRIVALS.name(), monitor.toString(), value.getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "/test",
                            "ce_type",
                            type,
                            "ce_time",
                            "2026-11-24T12:00:00.000Z",
                            "ce_subject",
                            monitor.toString())
                    .forEach((name, header) -> record.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
    }
}
