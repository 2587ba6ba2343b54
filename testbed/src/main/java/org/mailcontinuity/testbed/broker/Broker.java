package org.mailcontinuity.testbed.broker;

import java.util.Map;

/** A running Kafka broker; {@link #close()} ends it. */
public interface Broker extends AutoCloseable {
    /** What clients put into {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Everything a client must set to reach this broker, {@code bootstrap.servers} included. */
    default Map<String, String> clientSettings() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    @Override
    void close();
}
