package org.mailcontinuity.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.notifier.channel.http.AddressGuard;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.testbed.http.HttpSink;
import org.mailcontinuity.testbed.http.SinkAnswer;
import org.mailcontinuity.testbed.http.SinkRequest;

/** The contract over HTTP: a dialect's test says how its service answers, and where a request carries the message's id. */
public abstract class HttpChannelContract implements ChannelContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @TempDir
    protected Path directory;

    protected final HttpSink sink = HttpSink.start();
    protected List<String> allowed = List.of("127.0.0.0/8", "::1/128");

    @AfterEach
    void close() {
        sink.close();
    }

    protected abstract HttpDialect dialect();

    /** The service's answer when all is well. */
    protected abstract SinkAnswer good();

    /** The id that a request carries, by which the service can tell a twin. */
    protected Optional<String> id(SinkRequest request) {
        return request.header("idempotency-key");
    }

    /** What the service is sent for a message. */
    protected final JsonNode sent(Outgoing outgoing) {
        peerAccepts();
        assertThat(channel().send(outgoing).getLast().answer()).isInstanceOf(Attempt.Accepted.class);
        try {
            return new ObjectMapper().readTree(sink.requests().getLast().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message's later course: another notice about the same. */
    protected static Outgoing later(Outgoing before, String notice) {
        return new Outgoing(
                UUID.randomUUID(),
                before.threadId(),
                notice,
                before.address(),
                before.wording(),
                before.facts(),
                before.link());
    }

    protected final void secret(String credential, String field, String value) {
        try {
            Files.writeString(
                    Files.createDirectories(directory.resolve(credential)).resolve(field), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Channel channel() {
        try {
            InstantSource clock = InstantSource.system();
            HttpConnection http =
                    new HttpConnection(new AddressGuard(allowed), SSLContext.getDefault(), TIMEOUT, clock);
            return new HttpChannel(dialect(), http, new CredentialRepository(directory), clock);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Address impossibleAddress() {
        return new Address(dialect().name(), "file:///etc/passwd", address().credential());
    }

    @Override
    public void peerAccepts() {
        sink.answer(good());
    }

    @Override
    public void peerPutsOff(String words) {
        sink.answer(SinkAnswer.status(503).withBody(words));
    }

    @Override
    public Optional<Duration> peerAsksToWait() {
        sink.answer(SinkAnswer.status(429).withHeaders(Map.of("Retry-After", "17")));
        return Optional.of(Duration.ofSeconds(17));
    }

    @Override
    public void peerRefuses() {
        sink.answer(SinkAnswer.status(400).withBody("{\"error\":\"invalid\"}"));
    }

    @Override
    public void peerIsSilent() {
        sink.answer(SinkAnswer.status(200).after(Duration.ofSeconds(30)));
    }

    @Override
    public void peerTakesAndCuts() {
        sink.answer(SinkAnswer.none());
    }

    @Override
    public List<String> idsTaken() {
        return sink.requests().stream().flatMap(request -> id(request).stream()).toList();
    }
}
