package org.mailcontinuity.detector.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The stream's settings as Kafka Streams reads them. */
public final class StreamsConnection {
    private static final int LARGEST_REQUEST = 2 * 1024 * 1024;

    private StreamsConnection() {}

    /** @param broker everything a client must set to reach the broker */
    public static Properties properties(StreamSettings settings, Map<String, Object> broker) {
        Map<String, Object> all = new HashMap<>(broker);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.remove(ConsumerConfig.CLIENT_ID_CONFIG);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicationFactor());
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStoreConfig.class);
        all.put(
                consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                Math.toIntExact(settings.sessionTimeout().toMillis()));
        all.put(
                consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.toIntExact(settings.sessionTimeout().toMillis() / 3));
        all.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        all.put(consumer(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG), false);
        // Kafka Streams keeps its place in the group at a clean end; a restart would then wait for the session to run
        // out.
        all.put(consumer("internal.leave.group.on.close"), true);
        all.put(producer(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_REQUEST);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static String consumer(String key) {
        return StreamsConfig.consumerPrefix(key);
    }

    private static String producer(String key) {
        return StreamsConfig.producerPrefix(key);
    }
}
