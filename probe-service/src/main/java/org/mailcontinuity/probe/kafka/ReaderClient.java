package org.mailcontinuity.probe.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers as this service needs them: they commit nothing and see committed records only. */
public final class ReaderClient {
    private final Map<String, Object> connection;

    public ReaderClient(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /** A member of a group, whose assignment moves only what must move. */
    public KafkaConsumer<byte[], byte[]> inGroup(String group, String clientId) {
        Map<String, Object> settings = settings(clientId);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3000);
        return new KafkaConsumer<>(settings);
    }

    /** Of no group: it is told which partitions to read. */
    public KafkaConsumer<byte[], byte[]> alone(String clientId) {
        return new KafkaConsumer<>(settings(clientId));
    }

    private Map<String, Object> settings(String clientId) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A topic that appears late is seen soon.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5000);
        return settings;
    }
}
