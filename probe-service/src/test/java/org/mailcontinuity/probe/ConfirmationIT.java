package org.mailcontinuity.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpScript;

/** A request of the detector makes this vantage look at once, long before its schedule would. */
@QuarkusTest
@QuarkusTestResource(ProbeStack.class)
class ConfirmationIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = ProbeStack.PORTS)
    List<Integer> ports;

    private final UUID monitorId = UUID.randomUUID();
    private KafkaProducer<byte[], byte[]> producer;
    private TopicTail samples;
    private ScriptedSmtpServer mx;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        samples = new TopicTail(bootstrapServers, Topics.SAMPLES.name());
        mx = ScriptedSmtpServer.start(SmtpScript.accepting(), ports.get(3));
    }

    @AfterEach
    void close() {
        producer.send(new ProducerRecord<>(Topics.MONITORS.name(), bytes(monitorId.toString()), null));
        producer.close();
        samples.close();
        mx.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void publish(Message message) {
        String topic = Messages.typeOf(message.getClass()).topic().name();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, bytes(message.key()), Messages.encode(message));
        Envelope.of(UUID.randomUUID().toString(), "/test", Instant.now(), message)
                .headers()
                .forEach((name, value) -> record.headers().add(name, value));
        producer.send(record);
        producer.flush();
    }

    private List<Sample> confirmed() {
        return samples.poll().stream()
                .map(record -> Messages.decode(Sample.class, record.value()))
                .filter(sample -> sample.monitorId().equals(monitorId) && sample.trigger() == Trigger.CONFIRMATION)
                .toList();
    }

    @Test
    void looksAtOnceWhenAnotherVantageSuspects() {
        String json = """
                {"monitorId": "%s", "revision": 1, "name": "m", "domain": "example.test",
                 "schedule": {"interval": "PT1H", "timeout": "PT2S"},
                 "inbound": {"routes": [{"host": "127.0.0.1", "port": %d}], "recipient": "a@example.test",
                   "tls": "NONE"}}""".formatted(monitorId, mx.port());
        publish(Messages.decode(MonitorDefinition.class, bytes(json)));
        Awaitility.await().until(() -> {
            // Until the worker knows the monitor there is nothing to confirm.
            publish(new ConfirmationRequested(
                    monitorId, Direction.INBOUND, Instant.now(), "elsewhere", UUID.randomUUID()));
            return !confirmed().isEmpty();
        });
        Sample sample = confirmed().getFirst();
        assertThat(sample.vantage()).isEqualTo("test");
        assertThat(sample.scheduledAt()).isBeforeOrEqualTo(sample.startedAt());
        assertThat(confirmed()).hasSize(1);
    }
}
