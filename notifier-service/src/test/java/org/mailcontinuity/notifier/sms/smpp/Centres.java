package org.mailcontinuity.notifier.sms.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.sms.KeptSubmissions;
import org.mailcontinuity.notifier.sms.SmsHeard;
import org.mailcontinuity.testbed.smpp.ScriptedMessageCentre;

/** Providers that talk to scripted centres. */
final class Centres implements AutoCloseable {
    static final String PASSWORD = "correct1";
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final CredentialRepository credentials;
    private final List<SmppProvider> started = new CopyOnWriteArrayList<>();
    final KeptSubmissions submissions = new KeptSubmissions();
    final List<SmsHeard> heard = new CopyOnWriteArrayList<>();

    Centres(Path directory) {
        try {
            Path credential = Files.createDirectories(directory.resolve("centre"));
            Files.writeString(credential.resolve("username"), "continuity");
            Files.writeString(credential.resolve("password"), PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.credentials = new CredentialRepository(directory);
    }

    SmppProvider provider(ScriptedMessageCentre centre) {
        return provider(settings("first", centre.port(), 10, false));
    }

    SmppProvider provider(SmppSettings settings) {
        SmppProvider provider =
                new SmppProvider(settings, credentials, submissions, heard::add, InstantSource.system(), new Random(1));
        started.add(provider);
        return provider.start();
    }

    static SmppSettings settings(String name, int port, int window, boolean separate) {
        return settings(name, port, Optional.empty(), window, separate);
    }

    static SmppSettings settings(String name, int port, Optional<SSLContext> tls) {
        return settings(name, port, tls, 10, false);
    }

    private static SmppSettings settings(
            String name, int port, Optional<SSLContext> tls, int window, boolean separate) {
        return new SmppSettings(
                name,
                "127.0.0.1",
                port,
                tls,
                Optional.of("centre"),
                separate,
                "",
                "",
                SmppSender.of(Optional.of("Continuity"), Optional.empty(), Optional.empty()),
                window,
                Duration.ofSeconds(1),
                TIMEOUT,
                Duration.ofSeconds(2),
                Duration.ofHours(26),
                Set.of(SmppStatus.BAD_NUMBER));
    }

    @Override
    public void close() {
        started.forEach(SmppProvider::close);
    }
}
