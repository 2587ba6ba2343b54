package org.mailcontinuity.testbed.broker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.security.plain.PlainLoginModule;

/**
 * Where a broker lives and who may talk to it.
 *
 * @param directory its log directory; made when missing
 * @param port the port for clients, on 127.0.0.1
 * @param controllerPort the port of its own controller, on 127.0.0.1
 * @param credentials present: every listener demands SASL PLAIN with them; empty: no authentication
 * @param durable true keeps data over a restart and flushes as Kafka does by default; false is tuned for short tests
 */
public record BrokerSettings(
        Path directory, int port, int controllerPort, Optional<BrokerCredentials> credentials, boolean durable) {

    private static final String HOST = "127.0.0.1";

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    Properties toProperties() {
        Properties properties = new Properties();
        String protocol = credentials.isPresent() ? "SASL_PLAINTEXT" : "PLAINTEXT";
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        properties.setProperty(
                "listeners", "CLIENT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.setProperty("advertised.listeners", "CLIENT://" + HOST + ":" + port);
        properties.setProperty("listener.security.protocol.map", "CLIENT:" + protocol + ",CONTROLLER:" + protocol);
        properties.setProperty("inter.broker.listener.name", "CLIENT");
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("log.dirs", directory.toAbsolutePath().toString());
        addSizes(properties);
        credentials.ifPresent(given -> addSasl(properties, given));
        return properties;
    }

    private void addSizes(Properties properties) {
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", durable ? "12" : "3");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", durable ? "12" : "3");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("group.min.session.timeout.ms", "1000");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("num.recovery.threads.per.data.dir", "2");
        properties.setProperty("controlled.shutdown.enable", "false");
    }

    private static void addSasl(Properties properties, BrokerCredentials credentials) {
        String jaas = PlainLoginModule.class.getName() + " required username=\"" + credentials.username()
                + "\" password=\"" + credentials.password() + "\" user_" + credentials.username() + "=\""
                + credentials.password() + "\";";
        properties.setProperty("sasl.enabled.mechanisms", "PLAIN");
        properties.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        properties.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
        properties.setProperty("listener.name.client.plain.sasl.jaas.config", jaas);
        properties.setProperty("listener.name.controller.plain.sasl.jaas.config", jaas);
    }
}
