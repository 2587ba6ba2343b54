package org.mailcontinuity.testbed.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.mailcontinuity.testbed.FreePort;

/** A KRaft broker (broker and controller in one node) inside this JVM. Listens on 127.0.0.1 only. */
public final class EmbeddedBroker implements Broker {
    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    private EmbeddedBroker(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Starts a broker for tests: free ports, a temporary directory, no authentication. */
    public static EmbeddedBroker startForTest() {
        try {
            Path directory = Files.createTempDirectory("continuity-broker");
            return start(new BrokerSettings(directory, FreePort.find(), FreePort.find(), Optional.empty(), false));
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the broker", e);
        }
    }

    /** Formats the directory when it is new, and starts the broker; returns when it serves. */
    public static EmbeddedBroker start(BrokerSettings settings) {
        Properties properties = settings.toProperties();
        format(settings, properties);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(settings, server);
    }

    private static void format(BrokerSettings settings, Properties properties) {
        if (Files.exists(settings.directory().resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(settings.directory());
            Path file = writeForOwnerOnly(properties);
            runFormat(file);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("broker directory cannot be prepared: " + settings.directory(), e);
        }
    }

    private static Path writeForOwnerOnly(Properties properties) throws IOException {
        Path file = Files.createTempFile("broker", ".properties"); // readable by its owner only
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    private static void runFormat(Path file) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        if (StorageTool.execute(arguments, out) != 0) {
            throw new IllegalStateException(
                    "broker directory cannot be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public Map<String, String> clientSettings() {
        Map<String, String> all = new HashMap<>();
        all.put("bootstrap.servers", bootstrapServers());
        settings.credentials().ifPresent(given -> all.putAll(given.clientSettings()));
        return Map.copyOf(all);
    }

    /** Blocks until the broker has ended. */
    public void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
