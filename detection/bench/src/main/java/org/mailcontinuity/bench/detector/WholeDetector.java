package org.mailcontinuity.bench.detector;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.Stores;
import org.mailcontinuity.detector.streams.StreamSettings;
import org.mailcontinuity.detector.streams.StreamsConnection;
import org.mailcontinuity.detector.topics.SampleEnds;
import org.mailcontinuity.detector.topology.DetectorMetrics;
import org.mailcontinuity.detector.topology.DetectorTopology;

/** The detector's stream as the service runs it: its topology and its settings, in this process. */
final class WholeDetector implements AutoCloseable {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KafkaStreams streams;

    WholeDetector(Map<String, String> client, String application, Path state, int threads) {
        StreamSettings settings = new StreamSettings(
                application,
                state,
                Duration.ofSeconds(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                threads,
                0,
                1,
                false);
        Map<String, Object> broker = new HashMap<>(client);
        Properties properties = StreamsConnection.properties(settings, broker);
        streams = new KafkaStreams(
                DetectorTopology.build(
                        settings.tick(),
                        Stores::persistentKeyValueStore,
                        () -> SampleEnds.UNKNOWN,
                        new DetectorMetrics(registry, InstantSource.system())),
                properties);
        streams.setUncaughtExceptionHandler(thrown -> {
            thrown.printStackTrace();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    /** How many samples it has judged. */
    long judged() {
        double sum = 0;
        for (Counter counter : registry.find("continuity.detector.samples").counters()) {
            sum += counter.count();
        }
        return (long) sum;
    }

    /** Mean bytes of state written a sample. */
    double stateBytes() {
        Counter written = registry.find("continuity.detector.state.written").counter();
        return written == null || judged() == 0 ? 0 : written.count() / judged();
    }

    @Override
    public void close() {
        streams.close(new KafkaStreams.CloseOptions().leaveGroup(true).timeout(Duration.ofSeconds(30)));
    }
}
