package org.mailcontinuity.detector.topology;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.detector.topics.SampleEnds;

/** The topology in the test driver: records go in with their append time, the wall clock moves by hand. */
final class StreamDriver implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(10);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final ByteArraySerializer out = new ByteArraySerializer();
    private final ByteArrayDeserializer in = new ByteArrayDeserializer();
    private Instant now = Examples.START;
    private long samples;

    StreamDriver(Path state) {
        this(state, false);
    }

    StreamDriver(Path state, boolean confirmations) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        InstantSource clock = () -> now;
        driver = new TopologyTestDriver(
                DetectorTopology.build(
                        TICK,
                        Stores::inMemoryKeyValueStore,
                        () -> new SampleEnds(now, Map.of(0, samples)),
                        new DetectorMetrics(registry, clock),
                        confirmations),
                properties,
                now);
    }

    void define(Message definition) {
        send(Topics.MONITORS, definition.key(), Messages.encode(definition), Messages.typeOf(definition));
    }

    void delete(UUID monitorId) {
        send(Topics.MONITORS, monitorId.toString(), null, null);
    }

    void sample(Message sample) {
        send(Topics.SAMPLES, sample.key(), Messages.encode(sample), Messages.typeOf(sample));
    }

    void send(Topic topic, @Nullable String key, byte @Nullable [] value, @Nullable String type) {
        RecordHeaders headers = new RecordHeaders();
        if (type != null) {
            headers.add(Envelope.TYPE_HEADER, type.getBytes(StandardCharsets.UTF_8));
        }
        TestInputTopic<byte[], byte[]> input = driver.createInputTopic(topic.name(), out, out);
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        input.pipeInput(new TestRecord<>(keyBytes, value, headers, now));
        samples += topic.equals(Topics.SAMPLES) ? 1 : 0;
    }

    /** Moves the wall clock, tick by tick. */
    void pass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minus(TICK)) {
            now = now.plus(TICK);
            driver.advanceWallClockTime(TICK);
        }
    }

    Instant now() {
        return now;
    }

    List<DisruptionMessage> disruptions() {
        return read(Topics.DISRUPTIONS).stream()
                .map(record -> (DisruptionMessage) message(record))
                .toList();
    }

    List<WindowJudgement> windows() {
        return read(Topics.WINDOWS).stream()
                .map(record -> (WindowJudgement) message(record))
                .toList();
    }

    List<TestRecord<byte[], byte[]>> read(Topic topic) {
        TestOutputTopic<byte[], byte[]> output = driver.createOutputTopic(topic.name(), in, in);
        List<TestRecord<byte[], byte[]>> records = new ArrayList<>();
        while (!output.isEmpty()) {
            records.add(output.readRecord());
        }
        return records;
    }

    private static Message message(TestRecord<byte[], byte[]> record) {
        Envelope envelope =
                Envelope.read(name -> Optional.ofNullable(record.headers().lastHeader(name))
                        .map(header -> header.value())
                        .orElse(null));
        return Messages.decode(envelope.type(), record.value()).orElseThrow();
    }

    @Override
    public void close() {
        driver.close();
        out.close();
        in.close();
    }
}
