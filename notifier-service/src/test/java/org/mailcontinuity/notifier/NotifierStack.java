package org.mailcontinuity.notifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.testbed.broker.TopicSpec;
import org.mailcontinuity.testbed.http.HttpSink;
import org.mailcontinuity.testbed.smpp.ScriptedMessageCentre;
import org.mailcontinuity.testbed.smtp.ScriptedSmtpServer;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.stack.EmbeddedStack;
import org.mailcontinuity.testbed.tls.Pem;

/** What the notifier needs to run, and the relays and receivers it talks to. */
public final class NotifierStack extends EmbeddedStack {
    private static final String CENTRE_PASSWORD = "correct1";
    static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final KeyPair linkKeys = keys();
    private final KeyPair serviceKeys = keys();
    private final ScriptedSmtpServer first = ScriptedSmtpServer.start(SmtpScript.accepting());
    private final ScriptedSmtpServer second = ScriptedSmtpServer.start(SmtpScript.accepting());
    private final HttpSink webhook = HttpSink.start();
    private final ScriptedMessageCentre firstCentre = ScriptedMessageCentre.start(CENTRE_PASSWORD);
    private final ScriptedMessageCentre secondCentre = ScriptedMessageCentre.start(CENTRE_PASSWORD);

    /** The peers, for the test to steer and to ask. */
    public record Peers(
            ScriptedSmtpServer first,
            ScriptedSmtpServer second,
            HttpSink webhook,
            ScriptedMessageCentre firstCentre,
            ScriptedMessageCentre secondCentre,
            KeyPair linkKeys,
            KeyPair serviceKeys) {}

    @Override
    protected List<TopicSpec> topics() {
        return Topics.all().stream()
                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configuration()))
                .toList();
    }

    @Override
    protected List<String> databases() {
        return List.of("notifier");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        try {
            Path directory = Files.createTempDirectory("notifier-it");
            Path secret = Files.createDirectories(directory.resolve("credentials/hook"));
            Files.writeString(secret.resolve("secret"), WEBHOOK_SECRET);
            Path centre = Files.createDirectories(directory.resolve("credentials/centre"));
            Files.writeString(centre.resolve("username"), "continuity");
            Files.writeString(centre.resolve("password"), CENTRE_PASSWORD);
            Path path = Files.createDirectories(directory.resolve("credentials/return-path"));
            Files.writeString(path.resolve("key"), "a key of sixteen or more characters");
            Path link = directory.resolve("link.pem");
            Files.writeString(link, Pem.privateKey(linkKeys.getPrivate()));
            Path trusted = Files.createDirectories(directory.resolve("trusted"));
            Files.writeString(trusted.resolve("event-service.pem"), Pem.publicKey(serviceKeys.getPublic()));
            config.put(
                    "continuity.credentials.directory",
                    directory.resolve("credentials").toString());
            config.put("continuity.link.private-key", link.toString());
            config.put("continuity.service.trusted-keys", trusted.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config.put("continuity.public-url", "https://continuity.example");
        config.put("continuity.notifier.from", "Continuity <alerts@continuity.example>");
        config.put("continuity.notifier.allowed-networks", "127.0.0.0/8,::1/128");
        watchmen(config);
        relay(config, 0, first.port());
        relay(config, 1, second.port());
        config.put("continuity.notifier.replies.enabled", "true");
        centre(config, 0, "first", firstCentre.port());
        centre(config, 1, "second", secondCentre.port());
        return Map.copyOf(config);
    }

    private void watchmen(Map<String, String> config) {
        config.put(
                "continuity.notifier.heartbeat.url", webhook.uri("/heartbeat").toString());
        config.put("continuity.notifier.heartbeat.interval", "1S");
        config.put("continuity.notifier.audit.interval", "2S");
        config.put("continuity.notifier.audit.operators[0].channel", "WEBHOOK");
        config.put(
                "continuity.notifier.audit.operators[0].address",
                webhook.uri("/operator").toString());
        config.put("continuity.notifier.return-path.domain", "bounce.continuity.example");
        config.put("continuity.notifier.return-path.port", "0");
        config.put("continuity.notifier.return-path.bind", "127.0.0.1");
    }

    private static void relay(Map<String, String> config, int number, int port) {
        String prefix = "continuity.notifier.relays[" + number + "].";
        config.put(prefix + "host", "127.0.0.1");
        config.put(prefix + "port", Integer.toString(port));
        config.put(prefix + "security", "NONE");
        config.put(prefix + "timeout", "3S");
    }

    private static void centre(Map<String, String> config, int number, String name, int port) {
        String prefix = "continuity.notifier.sms.providers[" + number + "].";
        config.put(prefix + "name", name);
        config.put(prefix + "credential", "centre");
        config.put(prefix + "sender", "+436649999999");
        config.put(prefix + "timeout", "3S");
        config.put(prefix + "smpp.host", "127.0.0.1");
        config.put(prefix + "smpp.port", Integer.toString(port));
        config.put(prefix + "smpp.longest-reconnect", "1S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                new Peers(first, second, webhook, firstCentre, secondCentre, linkKeys, serviceKeys),
                new TestInjector.MatchesType(Peers.class));
    }

    @Override
    public void stop() {
        first.close();
        second.close();
        webhook.close();
        firstCentre.close();
        secondCentre.close();
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
