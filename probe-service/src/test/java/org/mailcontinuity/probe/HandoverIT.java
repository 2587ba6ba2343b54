package org.mailcontinuity.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpScript;

/** Two workers of one vantage share its monitors, and one takes over when the other goes. */
@QuarkusTest
@QuarkusTestResource(ProbeStack.class)
class HandoverIT {
    private static final int MONITORS = 24;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = ProbeStack.PORTS)
    List<Integer> ports;

    private final List<UUID> ids =
            Stream.generate(UUID::randomUUID).limit(MONITORS).toList();
    private KafkaProducer<byte[], byte[]> producer;
    private TopicTail samples;
    private ScriptedSmtpServer mx;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        samples = new TopicTail(bootstrapServers, Topics.SAMPLES.name());
        mx = ScriptedSmtpServer.start(SmtpScript.accepting(), ports.get(2));
    }

    @AfterEach
    void close() {
        ids.forEach(id -> producer.send(new ProducerRecord<>(Topics.MONITORS.name(), key(id), null)));
        producer.close();
        samples.close();
        mx.close();
    }

    private static byte[] key(UUID id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void define(UUID id) {
        String json = """
                {"monitorId": "%s", "revision": 1, "name": "m", "domain": "example.test",
                 "schedule": {"interval": "PT1S", "timeout": "PT1S"},
                 "inbound": {"routes": [{"host": "127.0.0.1", "port": %d}], "recipient": "a@example.test",
                   "tls": "NONE"}}""".formatted(id, mx.port());
        MonitorDefinition definition = Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.MONITORS.name(), key(id), Messages.encode(definition));
        Envelope.of(UUID.randomUUID().toString(), "/events", Instant.now(), definition)
                .headers()
                .forEach((name, value) -> record.headers().add(name, value));
        producer.send(record);
    }

    private Probe secondWorker() {
        ProbeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ProbeConfig.class)
                .withDefaultValues(Map.of(
                        "continuity.probe.vantage", "test",
                        "continuity.probe.worker", "w2",
                        "continuity.probe.ehlo-name", "probe.test",
                        "continuity.probe.allowed-networks", "127.0.0.0/8",
                        "continuity.probe.allowed-ports", Integer.toString(mx.port())))
                .build()
                .getConfigMapping(ProbeConfig.class);
        return new Probe(
                ProbeSettings.of(config),
                Path.of("none"),
                Map.of("bootstrap.servers", bootstrapServers),
                InstantSource.system());
    }

    private List<Sample> ours() {
        return samples.poll().stream()
                .map(record -> Messages.decode(Sample.class, record.value()))
                .filter(sample -> ids.contains(sample.monitorId()))
                .toList();
    }

    private Map<String, Set<UUID>> monitorsByWorkerSince(Instant since) {
        return ours().stream()
                .filter(sample -> sample.scheduledAt().isAfter(since))
                .collect(Collectors.groupingBy(
                        Sample::worker, Collectors.mapping(Sample::monitorId, Collectors.toSet())));
    }

    private Set<UUID> checkedBy(String worker, Instant since) {
        return monitorsByWorkerSince(since).getOrDefault(worker, Set.of());
    }

    @Test
    void sharesTheMonitorsAndTakesThemOver() {
        ids.forEach(this::define);
        Instant begun = Instant.now();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> checkedBy("w1", begun).size() == MONITORS);

        Probe second = secondWorker();
        second.start();
        Instant joined = Instant.now();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !checkedBy("w2", joined).isEmpty());
        Instant settled = Instant.now().plusSeconds(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> checkedBy("w1", settled).size()
                                + checkedBy("w2", settled).size()
                        >= MONITORS);
        assertThat(checkedBy("w1", settled)).isNotEmpty().doesNotContainAnyElementsOf(checkedBy("w2", settled));

        long closing = System.nanoTime();
        second.close();
        assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(Duration.ofSeconds(10));
        Instant left = Instant.now();
        await().atMost(Duration.ofSeconds(20)).until(() -> checkedBy("w1", left).size() == MONITORS);

        List<Sample> all = ours();
        assertThat(all).allMatch(sample -> sample.outcome() == Outcome.SUCCESS);
        assertThat(all.stream().map(Sample::sampleId)).doesNotHaveDuplicates();
    }
}
