package org.mailcontinuity.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.MessageType;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.standalone.deadletter.DeadLetterClient;
import org.mailcontinuity.standalone.deadletter.Letter;
import org.mailcontinuity.standalone.mail.Fault;

/** A record that nobody can read is put aside, and the stream goes on. */
class PoisonJourneyIT {
    private static final byte[] POISON = "{ this is no message".getBytes(StandardCharsets.UTF_8);

    /** The topics that a service of this release reads. */
    private static final Set<String> READ = Set.of(
            "continuity.monitors",
            "continuity.samples",
            "continuity.arrivals",
            "continuity.vantages",
            "continuity.contacts",
            "continuity.windows",
            "continuity.disruptions",
            "continuity.events",
            "continuity.alerts",
            "continuity.notifications");

    private final JourneyStack stack = JourneyStack.running();

    @BeforeEach
    void startSound() throws Exception {
        stack.beginAnew();
    }

    @Test
    void poisonOnEachTopicIsDeadLetteredAndTheStreamGoesOn() throws Exception {
        Set<String> poisoned = poisonEveryTopic();
        assertThat(poisoned).isEqualTo(new TreeSet<>(READ));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(clientSettings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(poisoned.stream().map(topic -> topic + ".dlq").toList());
            Set<String> found = new TreeSet<>();
            stack.await("a dead letter of each topic").untilAsserted(() -> {
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(500))) {
                    assertThat(letter.value()).isEqualTo(POISON);
                    assertThat(header(letter, "dlq-cause")).isNotEmpty();
                    found.add(header(letter, "dlq-topic"));
                }
                assertThat(found).isEqualTo(poisoned);
            });
        }
        theStreamGoesOn();
        aDeadLetterCanBeLookedAtReplayedAndRemoved();
    }

    /** What cannot be read still comes back. */
    private void aDeadLetterCanBeLookedAtReplayedAndRemoved() throws Exception {
        Map<String, String> settings = new HashMap<>();
        clientSettings().forEach((name, value) -> settings.put(name, value.toString()));
        try (DeadLetterClient client = new DeadLetterClient(settings)) {
            Letter first = client.newest(Topics.SAMPLES, 1).getFirst();
            assertThat(client.at(Topics.SAMPLES, first.offset()))
                    .get()
                    .satisfies(letter -> assertThat(letter.value())
                            .hasValueSatisfying(value -> assertThat(value).isEqualTo(POISON)));
            client.replay(List.of(first));
            stack.await("the same dead letter again")
                    .until(() -> client.newest(Topics.SAMPLES, 9).getLast().offset() > first.offset());
            Letter again = client.newest(Topics.SAMPLES, 1).getFirst();
            assertThat(again.value())
                    .hasValueSatisfying(value -> assertThat(value).isEqualTo(POISON));
            assertThat(again.key())
                    .hasValueSatisfying(
                            key -> assertThat(key).isEqualTo(first.key().orElseThrow()));
            client.removeThrough(Topics.SAMPLES, again.offset());
            assertThat(client.newest(Topics.SAMPLES, 9)).isEmpty();
        }
    }

    private Set<String> poisonEveryTopic() throws Exception {
        Set<String> topics = new TreeSet<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(clientSettings(), new StringSerializer(), new ByteArraySerializer())) {
            for (MessageType<?> type : Messages.types()) {
                String topic = type.topic().name();
                if (READ.contains(topic) && topics.add(topic)) {
                    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, "poison", POISON);
                    record.headers()
                            .add(Envelope.TYPE_HEADER, type.name().getBytes(StandardCharsets.UTF_8))
                            .add(Envelope.ID_HEADER, "poison".getBytes(StandardCharsets.UTF_8));
                    producer.send(record).get();
                }
            }
        }
        return topics;
    }

    /**
     * Windows judged from now on still reach the API, which takes probe, detector and event-service. A fault changes the
     * verdict, which is told at once and not at the end of the minute.
     */
    private void theStreamGoesOn() throws Exception {
        Instant now = InstantSource.system().instant();
        stack.mail().breakDown(Fault.DOWN, Optional.empty());
        String path = "/api/v1/monitors/" + stack.monitorId() + "/status";
        stack.await("a window judged after the poison")
                .untilAsserted(() -> assertThat(stack.api()
                                .get(path)
                                .path("directions")
                                .valueStream()
                                .map(direction ->
                                        Instant.parse(direction.path("judgedAt").asText())))
                        .isNotEmpty()
                        .anySatisfy(judged -> assertThat(judged).isAfter(now)));
    }

    private Map<String, Object> clientSettings() throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(stack.installation().data().resolve("kafka-client.properties"))) {
            file.load(reader);
        }
        Map<String, Object> settings = new HashMap<>();
        file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "journey");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
