package org.mailcontinuity.bench.detector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mailcontinuity.bench.scenario.Plan;
import org.mailcontinuity.bench.scenario.Scenario;
import org.mailcontinuity.bench.scenario.Setting;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.testbed.broker.TopicCreation;
import org.mailcontinuity.testbed.broker.TopicSpec;

/**
 * The topics and what is in them: monitors, and round by round their samples from three vantages, half a per cent of them
 * bad. The records' own time is that of the samples, so that a day of them can be written in seconds; it lies in the past,
 * so that nothing may be deleted for its age.
 */
final class Load implements AutoCloseable {
    static final int PARTITIONS = 4;

    private static final double LOSS = 0.005;
    private static final Plan PLAN = Scenario.QUIET_MONTH.plan(1);

    private final SplittableRandom random = new SplittableRandom(1);
    private final KafkaProducer<byte[], byte[]> producer;
    private long samples;
    private long bytes;

    Load(Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static void createTopics(Map<String, String> client) {
        Map<String, String> ownTime = Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1");
        List<TopicSpec> topics = Stream.concat(
                        Topics.all().stream()
                                .map(topic -> new TopicSpec(
                                        topic.name(),
                                        PARTITIONS,
                                        topic.equals(Topics.SAMPLES) || topic.equals(Topics.MONITORS)
                                                ? ownTime
                                                : Map.of())),
                        Stream.of(Topics.SAMPLES, Topics.MONITORS)
                                .map(topic -> new TopicSpec(topic.name() + ".dlq", 1)))
                .distinct()
                .toList();
        TopicCreation.createMissing(client, topics);
    }

    /** Defines monitors {@code from} (included) to {@code until} (not included). */
    void define(int from, int until) {
        for (int i = from; i < until; i++) {
            send(Topics.MONITORS, Setting.monitor(monitor(i), PLAN, Sensitivity.BALANCED), PLAN.from());
        }
        producer.flush();
    }

    /** A round of checks of those monitors. @return how many samples */
    int round(int from, int until, long round) {
        for (int i = from; i < until; i++) {
            for (String vantage : Setting.VANTAGES) {
                long at = PLAN.from() + round * Setting.INTERVAL;
                send(Topics.SAMPLES, sample(monitor(i), vantage, at), at + 1_000);
            }
        }
        return (until - from) * Setting.VANTAGES.size();
    }

    void flush() {
        producer.flush();
    }

    /** Mean size of a sample as a message, in bytes. */
    long meanBytes() {
        return samples == 0 ? 0 : bytes / samples;
    }

    private void send(Topic topic, Message message, long at) {
        byte[] key = message.key().getBytes(StandardCharsets.UTF_8);
        byte[] value = Messages.encode(message);
        if (topic.equals(Topics.SAMPLES)) {
            samples++;
            bytes += value.length;
        }
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic.name(), null, at, key, value);
        new Envelope(
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        "/probe/bench/0",
                        Messages.typeOf(message),
                        Instant.ofEpochMilli(at),
                        message.key(),
                        Optional.empty())
                .headers()
                .forEach((name, header) -> sent.headers().add(name, header));
        producer.send(sent);
    }

    private Sample sample(UUID monitorId, String vantage, long at) {
        boolean bad = random.nextDouble() < LOSS;
        Instant scheduled = Instant.ofEpochMilli(at);
        long millis = bad ? 30 : 100 + random.nextLong(200);
        return new Sample(
                Sample.idOf(monitorId, vantage, Check.SMTP_ROUTE, Optional.of(Setting.route(0)), scheduled),
                monitorId,
                1,
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                Optional.of(Setting.route(0)),
                vantage,
                "probe-0",
                Trigger.SCHEDULED,
                scheduled,
                scheduled.plusMillis(3),
                scheduled.plusMillis(3 + millis),
                Optional.empty(),
                bad ? Outcome.FAILURE : Outcome.SUCCESS,
                bad ? Stage.CONNECT : Stage.ACCEPTED,
                Optional.empty(),
                bad ? Optional.of(Fault.CONNECT_REFUSED) : Optional.empty(),
                Timings.ofTotal(millis),
                Optional.empty(),
                Optional.empty());
    }

    private static UUID monitor(int number) {
        return new UUID(0x7000L | (long) number << 16, 0x8000_0000_0000_0000L | number);
    }

    @Override
    public void close() {
        producer.close();
    }
}
