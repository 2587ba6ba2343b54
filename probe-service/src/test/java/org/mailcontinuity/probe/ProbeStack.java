package org.mailcontinuity.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.testbed.FreePort;
import org.mailcontinuity.testbed.broker.TopicSpec;
import org.mailcontinuity.testbed.dns.FakeDnsServer;
import org.mailcontinuity.testbed.stack.EmbeddedStack;
import org.mailcontinuity.testbed.tls.Pem;
import org.mailcontinuity.testbed.tls.TestCertificates;

/** The surroundings of the probe under test: broker with all topics, DNS, ports, keys and credentials. */
public final class ProbeStack extends EmbeddedStack {
    static final String PRIVATE_KEY = "test.caller-key";
    static final String PORTS = "test.ports";
    static final String TRAFFIC_TOKEN = "0123456789abcdef0123456789abcdef";
    static final UUID TRAFFIC_MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01");
    private static final FakeDnsServer DNS = FakeDnsServer.start();

    @Override
    protected List<TopicSpec> topics() {
        return Topics.all().stream()
                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configuration()))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        String ports = IntStream.range(0, 4)
                .mapToObj(_ -> Integer.toString(FreePort.find()))
                .collect(Collectors.joining(","));
        DNS.zone().servfail("broken.test").nullMx("null.test");
        config.put("continuity.probe.vantage", "test");
        config.put("continuity.probe.worker", "w1");
        config.put("continuity.probe.allowed-networks", "127.0.0.0/8,::1/128");
        config.put("continuity.probe.allowed-ports", "25," + ports);
        config.put(PORTS, ports);
        config.put("continuity.probe.dns.servers", DNS.address());
        config.put("continuity.probe.dns.timeout", "PT1S");
        config.put("continuity.probe.receiver.bind", "127.0.0.1");
        config.put("continuity.probe.receiver.port", Integer.toString(FreePort.find()));
        config.put("continuity.probe.receiver.domain", "probe.test");
        config.put("continuity.probe.ehlo-name", "probe.test");
        config.put("continuity.probe.traffic.bind", "127.0.0.1");
        config.put("continuity.probe.traffic.port", Integer.toString(FreePort.find()));
        try {
            files(config, Files.createTempDirectory("continuity-probe"));
        } catch (IOException e) {
            throw new UncheckedIOException("no files for the probe", e);
        }
        return config;
    }

    private static void files(Map<String, String> config, Path directory) throws IOException {
        Path keys = Files.createDirectory(directory.resolve("token-keys"));
        Files.writeString(keys.resolve("1.key"), "5a".repeat(32));
        config.put("continuity.probe.token-keys", keys.toString());

        Path credentials = directory.resolve("credentials");
        Path credential = Files.createDirectories(credentials.resolve("mailbox"));
        Files.writeString(credential.resolve("username"), "probe@example.test\n");
        Files.writeString(credential.resolve("password"), "secret\n");
        config.put("continuity.credentials.directory", credentials.toString());

        Path authority = directory.resolve("ca.pem");
        Files.writeString(authority, Pem.certificate(TestCertificates.create().authority()));
        config.put("continuity.probe.trust-certificates", authority.toString());

        Path sources = directory.resolve("traffic");
        Path source = Files.createDirectories(sources.resolve("mx1"));
        Files.writeString(source.resolve("token"), TRAFFIC_TOKEN + "\n");
        Files.writeString(source.resolve("monitors"), TRAFFIC_MONITOR + "\n");
        config.put("continuity.probe.traffic.sources", sources.toString());

        KeyPair caller = newKeys();
        Path trusted = Files.createDirectory(directory.resolve("trusted"));
        Files.writeString(trusted.resolve("event-service.pem"), Pem.publicKey(caller.getPublic()));
        config.put("continuity.service.trusted-keys", trusted.toString());
        Path privateKey = directory.resolve("caller.pem");
        Files.writeString(privateKey, Pem.privateKey(caller.getPrivate()));
        config.put(PRIVATE_KEY, privateKey.toString());
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
