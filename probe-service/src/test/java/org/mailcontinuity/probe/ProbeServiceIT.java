package org.mailcontinuity.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.probe.smtp.Deadline;
import org.mailcontinuity.probe.smtp.DialoguePlan;
import org.mailcontinuity.probe.smtp.Reach;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.SmtpTarget;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.probe.smtp.StageLimits;
import org.mailcontinuity.probe.smtp.Tls;
import org.mailcontinuity.probe.smtp.TlsUse;
import org.mailcontinuity.probe.smtp.Transcript;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpMessage;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;

/** The whole service with a real broker: definitions in, samples out. */
@QuarkusTest
@QuarkusTestResource(ProbeStack.class)
class ProbeServiceIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = ProbeStack.PORTS)
    List<Integer> ports;

    @ConfigProperty(name = ProbeStack.PRIVATE_KEY)
    Path privateKey;

    @ConfigProperty(name = "continuity.probe.receiver.port")
    int receiverPort;

    @TestHTTPResource("/api/v1/checks")
    URI checks;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID monitorId = UUID.randomUUID();
    private KafkaProducer<byte[], byte[]> producer;
    private TopicTail samples;
    private ScriptedSmtpServer mx;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        samples = new TopicTail(bootstrapServers, Topics.SAMPLES.name());
        mx = ScriptedSmtpServer.start(SmtpScript.accepting(), ports.get(0));
    }

    @AfterEach
    void close() {
        publish(monitorId.toString(), Optional.empty(), Map.of());
        producer.close();
        samples.close();
        mx.close();
    }

    private void publish(String key, Optional<byte[]> value, Map<String, byte[]> headers) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.MONITORS.name(), key.getBytes(StandardCharsets.UTF_8), value.orElse(null));
        headers.forEach((name, bytes) -> record.headers().add(name, bytes));
        producer.send(record);
        producer.flush();
    }

    private MonitorDefinition define(int revision, String parts) {
        String json = """
                {"monitorId": "%s", "revision": %d, "name": "test", "domain": "example.test",
                 "schedule": {"interval": "PT1S", "timeout": "PT2S"}, %s}""".formatted(monitorId, revision, parts);
        MonitorDefinition definition = Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8));
        Envelope envelope = Envelope.of(UUID.randomUUID().toString(), "/events", Instant.now(), definition);
        publish(definition.key(), Optional.of(Messages.encode(definition)), envelope.headers());
        return definition;
    }

    private String inbound() {
        return """
                "inbound": {"routes": [{"host": "127.0.0.1", "port": %d, "preference": 10}],
                 "recipient": "user@example.test", "tls": "NONE"}""".formatted(mx.port());
    }

    private String outbound(int port) {
        return """
                "outbound": {"submission": {"host": "127.0.0.1", "port": %d, "security": "NONE",
                 "credential": "mailbox"}, "sender": "probe@example.test", "latencyLimit": "PT1S"}""".formatted(port);
    }

    private static Sample decoded(ConsumerRecord<byte[], byte[]> record) {
        return Messages.decode(Sample.class, record.value());
    }

    private Sample awaitSample(Predicate<Sample> wanted) {
        return decoded(samples.await(record -> {
            Sample sample = decoded(record);
            return sample.monitorId().equals(monitorId) && wanted.test(sample);
        }));
    }

    @Test
    void makesSamplesOfADefinitionAndFollowsItsChanges() {
        define(1, inbound());
        Sample first = awaitSample(sample -> sample.outcome() == Outcome.SUCCESS);
        assertThat(first.stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(first.check()).isEqualTo(Check.SMTP_ROUTE);
        assertThat(first.trigger()).isEqualTo(Trigger.SCHEDULED);
        assertThat(first.vantage()).isEqualTo("test");
        assertThat(first.route().orElseThrow().preference()).contains(10);
        assertThat(first.sampleId())
                .isEqualTo(Sample.idOf(monitorId, "test", first.check(), first.route(), first.scheduledAt()));

        mx.follow(SmtpScript.accepting().answer(SmtpStage.RCPT, "550 5.1.1 no such user"));
        Sample rejected = awaitSample(sample -> sample.outcome() == Outcome.FAILURE);
        assertThat(rejected.stage()).isEqualTo(Stage.RCPT);
        assertThat(rejected.fault()).contains(Fault.REJECTED);
        assertThat(rejected.reply().orElseThrow().enhanced()).contains("5.1.1");

        mx.follow(SmtpScript.accepting());
        MonitorDefinition changed = define(2, inbound());
        Instant changedAt = Instant.now();
        Sample second = awaitSample(sample -> sample.monitorRevision() == changed.revision());
        assertThat(second.scheduledAt()).isBefore(changedAt.plusMillis(2000));

        publish(monitorId.toString(), Optional.empty(), Map.of());
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        int then = samples.poll().size();
        await().pollDelay(Duration.ofMillis(2000)).until(() -> samples.poll().size() == then);
    }

    @Test
    void writesRecordsAsTheContractsSay() {
        define(1, inbound());
        ConsumerRecord<byte[], byte[]> record =
                samples.await(seen -> decoded(seen).monitorId().equals(monitorId));
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(monitorId.toString());
        Envelope envelope =
                Envelope.read(name -> Optional.ofNullable(record.headers().lastHeader(name))
                        .map(Header::value)
                        .orElse(null));
        assertThat(envelope.type()).isEqualTo("org.mailcontinuity.sample.v1");
        assertThat(envelope.source()).isEqualTo("/probe/test/w1");
        assertThat(envelope.id()).isEqualTo(decoded(record).sampleId().toString());
    }

    @Test
    void namesTheFaultOfABrokenDns() {
        String byMx = """
                "domain": "%s", "inbound": {"mx": true, "recipient": "user@example.test", "tls": "NONE"}""";
        define(1, byMx.formatted("broken.test"));
        assertThat(awaitSample(sample -> sample.fault().equals(Optional.of(Fault.DNS_SERVFAIL)))
                        .stage())
                .isEqualTo(Stage.DNS);
        define(2, byMx.formatted("null.test"));
        assertThat(awaitSample(sample -> sample.fault().equals(Optional.of(Fault.NULL_MX)))
                        .check())
                .isEqualTo(Check.DNS);
    }

    @Test
    void followsATestMessageOut() {
        SmtpScript script = SmtpScript.accepting().withAccount("probe@example.test", "secret");
        try (ScriptedSmtpServer way = ScriptedSmtpServer.start(script, ports.get(1));
                Relay relay = new Relay(way, receiverPort)) {
            define(1, outbound(way.port()));
            Sample arrived = awaitSample(sample -> sample.outcome() == Outcome.SUCCESS);
            assertThat(arrived.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(arrived.check()).isEqualTo(Check.OUTBOUND_DELIVERY);
            assertThat(arrived.stage()).isEqualTo(Stage.ARRIVAL);
            assertThat(arrived.timings().arrival()).isPresent();

            relay.hold();
            Sample lost = awaitSample(sample -> sample.outcome() == Outcome.FAILURE);
            assertThat(lost.fault()).contains(Fault.NOT_ARRIVED);
            assertThat(lost.stage()).isEqualTo(Stage.ARRIVAL);

            way.follow(SmtpScript.accepting().withAccount("probe@example.test", "changed"));
            Sample refused = awaitSample(sample -> sample.stage() == Stage.AUTH);
            assertThat(refused.fault()).contains(Fault.AUTH_FAILED);
        }
    }

    @Test
    void setsAPoisonRecordAsideAndGoesOn() {
        byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
        publish("poison", Optional.of(poison), Map.of("ce_type", "x".getBytes(StandardCharsets.UTF_8)));
        try (TopicTail letters =
                new TopicTail(bootstrapServers, Topics.MONITORS.deadLetter().name())) {
            ConsumerRecord<byte[], byte[]> letter = letters.await(record -> true);
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(new String(letter.headers().lastHeader("dlq-topic").value(), StandardCharsets.UTF_8))
                    .isEqualTo(Topics.MONITORS.name());
            assertThat(letter.headers().lastHeader("dlq-cause")).isNotNull();
            assertThat(letter.headers().lastHeader("ce_type")).isNotNull();
        }
        define(1, inbound());
        awaitSample(sample -> sample.outcome() == Outcome.SUCCESS);
    }

    @Test
    void checksOnceAtAnAuthorisedCall() throws Exception {
        String definition = """
                {"monitorId": "%s", "revision": 7, "name": "once", "domain": "example.test", %s}""".formatted(monitorId, inbound());
        HttpResponse<String> response =
                post(Optional.of(token("event-service")), "{\"definition\": " + definition + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.at("/samples/0/outcome").asText()).isEqualTo("SUCCESS");
        assertThat(body.at("/samples/0/trigger").asText()).isEqualTo("MANUAL");
        assertThat(body.at("/transcripts/0/lines").toString())
                .contains("S: 220 testbed.invalid ESMTP", "C: RCPT TO:<user@example.test>", "C: QUIT");
        Sample published = awaitSample(sample -> sample.trigger() == Trigger.MANUAL);
        assertThat(published.sampleId().toString())
                .isEqualTo(body.at("/samples/0/sampleId").asText());
    }

    @Test
    void refusesEveryoneElseAndWhatIsNoDefinition() throws Exception {
        HttpResponse<String> anonymous = post(Optional.empty(), "{}");
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(post(Optional.of(token("notifier-service")), "{}").statusCode())
                .isEqualTo(401);
        assertThat(post(Optional.of(token("event-service")), "{").statusCode()).isEqualTo(400);

        HttpResponse<String> refused = post(
                Optional.of(token("event-service")),
                "{\"definition\": {\"monitorId\": \"" + monitorId + "\", \"revision\": 0}}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/violations/0/field").asText())
                .startsWith("definition.");
    }

    @Test
    void isReadyAndShowsItsMetricsAndItsVantage() {
        await().untilAsserted(() ->
                assertThat(get(readiness).statusCode()).as("%s", readiness).isEqualTo(200));
        assertThat(get(metrics).body())
                .contains(
                        "continuity_probe_monitors", "continuity_probe_samples_total", "continuity_dead_letters_total");
        try (TopicTail vantages = new TopicTail(bootstrapServers, Topics.VANTAGES.name())) {
            VantageStatus status = Messages.decode(
                    VantageStatus.class, vantages.await(record -> true).value());
            assertThat(status.state()).isEqualTo(VantageState.SINGLE_VIEW);
            assertThat(status.key()).isEqualTo("test/w1");
        }
    }

    private String token(String issuer) throws GeneralSecurityException, IOException {
        String pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        return CallerToken.sign(key, issuer, "probe-service", Instant.now());
    }

    private HttpResponse<String> post(Optional<String> token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(checks)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI uri) {
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The rest of the way of a submitted message: from the submission server to the probe's receiver. */
    private static final class Relay implements AutoCloseable {
        private final SmtpClient client = new SmtpClient(
                Tls.trusting(List.of()), StageLimits.DEFAULT, SourceAddresses.ANY, InstantSource.system());
        private final ScriptedSmtpServer way;
        private final int receiverPort;
        private final Thread thread;
        private volatile boolean holding;
        private int passedOn;

        Relay(ScriptedSmtpServer way, int receiverPort) {
            this.way = way;
            this.receiverPort = receiverPort;
            this.thread = Thread.ofVirtual().start(this::work);
        }

        void hold() {
            holding = true;
        }

        private void work() {
            while (!Thread.interrupted()) {
                List<SmtpMessage> messages = way.messages();
                while (!holding && passedOn < messages.size()) {
                    passOn(messages.get(passedOn++));
                }
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }

        private void passOn(SmtpMessage message) {
            DialoguePlan plan = new DialoguePlan(
                    DialoguePlan.Purpose.DELIVERY,
                    "way.example.test",
                    TlsUse.NONE,
                    Optional.empty(),
                    Reach.MESSAGE,
                    message.sender(),
                    message.recipients().getFirst(),
                    "Received: from probe by way\r\n" + message.content());
            SmtpTarget receiver = new SmtpTarget("localhost", receiverPort, List.of(InetAddress.getLoopbackAddress()));
            client.converse(receiver, plan, Deadline.in(Duration.ofSeconds(5)), Transcript.silent());
        }

        @Override
        public void close() {
            thread.interrupt();
            client.close();
        }
    }
}
