package org.mailcontinuity.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.testbed.FreePort;
import org.mailcontinuity.testbed.broker.TopicSpec;
import org.mailcontinuity.testbed.dns.FakeDnsServer;
import org.mailcontinuity.testbed.stack.EmbeddedStack;

/** The broker with every topic, the service's database, and a place for the first admin token. */
public final class EventServiceStack extends EmbeddedStack {
    @Override
    protected List<TopicSpec> topics() {
        return Topics.all().stream()
                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configuration()))
                .toList();
    }

    @Override
    protected List<String> databases() {
        return List.of("event");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        config.put("continuity.bootstrap.admin-token-file", tokenFile().toString());
        config.put("continuity.access.rate-limit.burst", "100000");
        config.put("continuity.dns.servers", dns().address());
        config.put("continuity.dns.timeout", "PT1S");
        config.put("continuity.probe.url", "http://127.0.0.1:" + FreePort.find());
        config.put("continuity.detector.url", "http://127.0.0.1:" + FreePort.find());
        config.put("continuity.notifier.url", "http://127.0.0.1:" + FreePort.find());
        config.put("continuity.service.private-key", Links.makeServiceKey().toString());
        config.put("continuity.link.requests-per-minute", "1000");
        config.put("continuity.link.public-keys", Links.makeKeys().toString());
        return Map.copyOf(config);
    }

    private static FakeDnsServer dns() {
        FakeDnsServer dns = FakeDnsServer.start();
        dns.zone()
                .mx("suggested.test", 20, "mx2.suggested.test")
                .mx("suggested.test", 10, "suggested-test.mail.protection.outlook.com")
                .txt("suggested.test", "v=spf1 include:spf.protection.outlook.com -all")
                .nullMx("no-mail.test")
                .servfail("broken-dns.test");
        return dns;
    }

    private static Path tokenFile() {
        try {
            return Files.createTempDirectory("event-service").resolve("admin-token");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
