package org.mailcontinuity.detector.topology;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.detector.topics.SampleEnds;

/**
 * The stream: monitors and samples, which have the same key and as many partitions, meet in one processor; windows,
 * disruptions and dead letters come out.
 */
public final class DetectorTopology {
    private static final String JUDGE = "judge";

    private DetectorTopology() {}

    /** Builds the topology of a detector that asks for no confirmations. */
    public static Topology build(
            Duration tick,
            Function<String, KeyValueBytesStoreSupplier> stores,
            Supplier<SampleEnds> ends,
            DetectorMetrics metrics) {
        return build(tick, stores, ends, metrics, false);
    }

    /**
     * Builds the topology.
     *
     * @param tick how often time passes for monitors that are due
     * @param stores makes a store by its name: on disk, or in memory for tests
     * @param ends where the samples topic ends, as last asked
     * @param confirmations true if other vantages are asked at once when one sees a failure
     */
    public static Topology build(
            Duration tick,
            Function<String, KeyValueBytesStoreSupplier> stores,
            Supplier<SampleEnds> ends,
            DetectorMetrics metrics,
            boolean confirmations) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        TopicNameExtractor<byte[], byte[]> deadLetterTopic = (key, value, place) -> place.topic() + ".dlq";
        return new Topology()
                .addSource("monitors", in, in, Topics.MONITORS.name())
                .addSource("samples", in, in, Topics.SAMPLES.name())
                .addProcessor(
                        JUDGE, () -> new JudgingProcessor(tick, ends, metrics, confirmations), "monitors", "samples")
                .addStateStore(store(stores.apply(WatchedRepository.DEFINITIONS)), JUDGE)
                .addStateStore(store(stores.apply(WatchedRepository.SETTLED)), JUDGE)
                .addStateStore(BeforeCommitRepository.over(store(stores.apply(WatchedRepository.WATCHED))), JUDGE)
                .addSink(MessagePublisher.WINDOWS, Topics.WINDOWS.name(), out, out, JUDGE)
                .addSink(MessagePublisher.DISRUPTIONS, Topics.DISRUPTIONS.name(), out, out, JUDGE)
                .addSink(MessagePublisher.CONFIRMATIONS, Topics.CONFIRMATIONS.name(), out, out, JUDGE)
                .addSink(MessagePublisher.DEAD_LETTERS, deadLetterTopic, out, out, JUDGE);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(KeyValueBytesStoreSupplier supplier) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray());
    }
}
