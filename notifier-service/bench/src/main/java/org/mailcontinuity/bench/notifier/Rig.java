package org.mailcontinuity.bench.notifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.testbed.FreePort;
import org.mailcontinuity.testbed.broker.BrokerSettings;
import org.mailcontinuity.testbed.broker.EmbeddedBroker;
import org.mailcontinuity.testbed.broker.TopicCreation;
import org.mailcontinuity.testbed.broker.TopicSpec;
import org.mailcontinuity.testbed.database.DatabaseSettings;
import org.mailcontinuity.testbed.database.EmbeddedDatabase;
import org.mailcontinuity.testbed.tls.Pem;

/** Broker and database that keep what they are told (fsync), two relays, a webhook receiver and a message centre. */
final class Rig implements AutoCloseable {
    final Arrivals arrivals = new Arrivals();
    final List<MailSink> relays = List.of(new MailSink(arrivals), new MailSink(arrivals));
    final HookSink hooks = new HookSink(arrivals);
    final TextSink texts = new TextSink(arrivals);
    final Crowd crowd = new Crowd(hooks, texts);
    final TopicWriter topics;
    private final Path folder;
    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;

    Rig() throws IOException, GeneralSecurityException {
        folder = Files.createTempDirectory("bench-notifier");
        broker = EmbeddedBroker.start(
                new BrokerSettings(folder.resolve("broker"), FreePort.find(), FreePort.find(), Optional.empty(), true));
        TopicCreation.createMissing(
                broker.clientSettings(),
                Topics.all().stream()
                        .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configuration()))
                        .toList());
        database = EmbeddedDatabase.start(new DatabaseSettings(
                folder.resolve("database"),
                Path.of(System.getProperty("java.io.tmpdir"), "continuity-postgres-" + System.getProperty("user.name")),
                folder.resolve("database.log"),
                FreePort.find(),
                UUID.randomUUID().toString()));
        database.address().createDatabase("notifier");
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        topics = new TopicWriter(broker.clientSettings());
        writeSecrets();
    }

    private void writeSecrets() throws IOException, GeneralSecurityException {
        Path centre = Files.createDirectories(folder.resolve("credentials/centre"));
        Files.writeString(centre.resolve("username"), "bench");
        Files.writeString(centre.resolve("password"), TextSink.PASSWORD);
        Files.createDirectories(folder.resolve("trusted"));
        Files.writeString(
                folder.resolve("link.pem"),
                Pem.privateKey(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()));
    }

    String databaseFolder() {
        return folder.resolve("database").toString();
    }

    void be(Mood mood) {
        relays.forEach(relay -> relay.be(mood));
        hooks.be(mood);
        texts.be(mood);
    }

    /** A replica of the notifier; the caller closes it. */
    NotifierProcess start(Path application, Map<String, String> more) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("quarkus.datasource.jdbc.url", database.address().jdbcUrl("notifier"));
        settings.put("quarkus.datasource.username", database.address().username());
        settings.put("quarkus.datasource.password", database.address().password());
        settings.put(
                "continuity.credentials.directory",
                folder.resolve("credentials").toString());
        settings.put("continuity.link.private-key", folder.resolve("link.pem").toString());
        settings.put(
                "continuity.service.trusted-keys", folder.resolve("trusted").toString());
        settings.put("continuity.public-url", "https://continuity.example");
        settings.put("continuity.notifier.allowed-networks", "127.0.0.0/8");
        for (int i = 0; i < relays.size(); i++) {
            String relay = "continuity.notifier.relays[" + i + "].";
            settings.put(relay + "host", "127.0.0.1");
            settings.put(relay + "port", Integer.toString(relays.get(i).port()));
            settings.put(relay + "security", "NONE");
        }
        settings.put("continuity.notifier.sms.providers[0].name", "sink");
        settings.put("continuity.notifier.sms.providers[0].credential", "centre");
        settings.put("continuity.notifier.sms.providers[0].sender", "+436649999999");
        settings.put("continuity.notifier.sms.providers[0].smpp.host", "127.0.0.1");
        settings.put("continuity.notifier.sms.providers[0].smpp.port", Integer.toString(texts.port()));
        settings.put("continuity.notifier.sms.providers[0].smpp.longest-reconnect", "1S");
        settings.putAll(more);
        return NotifierProcess.start(application, folder, settings);
    }

    /** The number that a query of the notifier's database gives. */
    long count(String query) {
        try (Connection connection = database.address().connect("notifier");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        topics.close();
        texts.close();
        hooks.close();
        for (MailSink relay : relays) {
            relay.close();
        }
        database.close();
        broker.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
