package org.mailcontinuity.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.http.AddressGuard;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.testbed.http.HttpSink;
import org.mailcontinuity.testbed.http.SinkAnswer;
import org.mailcontinuity.testbed.http.SinkRequest;

class WebhookChannelTest implements ChannelContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path directory;

    private final HttpSink sink = HttpSink.start();
    private List<String> allowed = List.of("127.0.0.0/8", "::1/128");

    @BeforeEach
    void credential() throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("hook")).resolve("secret"), SECRET);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Override
    public Channel channel() {
        try {
            HttpConnection http = new HttpConnection(new AddressGuard(allowed), SSLContext.getDefault(), TIMEOUT);
            return new WebhookChannel(http, new CredentialRepository(directory), InstantSource.system());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Address address() {
        return new Address("WEBHOOK", sink.uri("/hook?tenant=1").toString(), Optional.of("hook"));
    }

    @Override
    public Address impossibleAddress() {
        return new Address("WEBHOOK", "file:///etc/passwd", Optional.empty());
    }

    @Override
    public void peerAccepts() {
        sink.answer(SinkAnswer.status(200));
    }

    @Override
    public void peerPutsOff() {
        sink.answer(SinkAnswer.status(503).withBody("later"));
    }

    @Override
    public void peerRefuses() {
        sink.answer(SinkAnswer.status(410));
    }

    @Override
    public void peerIsSilent() {
        sink.answer(SinkAnswer.status(200).after(Duration.ofSeconds(30)));
    }

    @Override
    public List<String> idsTaken() {
        return sink.requests().stream()
                .flatMap(request -> request.header("webhook-id").stream())
                .toList();
    }

    @Test
    void postsASignedCloudEvent() throws IOException {
        Outgoing outgoing = ChannelContract.outgoing(address());
        Attempt attempt = channel().send(outgoing).getLast();
        assertThat(attempt.answer()).isEqualTo(new Attempt.Accepted("200", true));

        SinkRequest request = sink.requests().getLast();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/hook?tenant=1");
        assertThat(request.header("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/cloudevents+json"));
        JsonNode event = new ObjectMapper().readTree(request.body());
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).isEqualTo(outgoing.id().toString());
        assertThat(event.path("data").path("cause").asText()).isEqualTo("mx1 refuses");
        assertThat(event.path("data").path("title").asText()).contains("ü");
        assertThat(event.path("data").has("resolvedAt")).isFalse();

        Instant signedAt = Instant.ofEpochSecond(
                Long.parseLong(request.header("webhook-timestamp").orElseThrow()));
        Map<String, String> expected = StandardWebhook.headers(
                outgoing.id().toString(), signedAt, request.body().getBytes(StandardCharsets.UTF_8), List.of(SECRET));
        assertThat(request.header("webhook-signature")).contains(expected.get("webhook-signature"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, Accepted", "204, Accepted", "301, Refused", "307, Refused", "400, Refused", "404, Refused",
        "408, PutOff", "425, PutOff", "429, PutOff", "500, PutOff", "502, PutOff", "503, PutOff"
    })
    void statusDecides(int status, String answer) {
        sink.answer(SinkAnswer.status(status)
                .withHeaders(Map.of("Location", sink.uri("/elsewhere").toString())));
        Attempt attempt = channel().send(ChannelContract.outgoing(address())).getLast();
        assertThat(attempt.answer().getClass().getSimpleName()).isEqualTo(answer);
        assertThat(sink.requests()).hasSize(1);
    }

    @Test
    void retryAfterIsHeard() {
        sink.answer(SinkAnswer.status(429).withHeaders(Map.of("Retry-After", "17")));
        Attempt attempt = channel().send(ChannelContract.outgoing(address())).getLast();
        assertThat(attempt.answer()).isEqualTo(new Attempt.PutOff("429", Optional.of(Duration.ofSeconds(17))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/", "http://localhost:9/", "http://169.254.169.254/", "http://[::1]:9/"})
    void addressesThatAreNotAllowedAreNotEvenTried(String url) {
        allowed = List.of();
        Address address = new Address("WEBHOOK", url, Optional.empty());
        Attempt attempt = channel().send(ChannelContract.outgoing(address)).getLast();
        assertThat(attempt.answer()).isInstanceOf(Attempt.Refused.class);
        assertThat(attempt.answer().reply()).contains("not allowed");
    }

    @Test
    void missingSecretIsPutOffAndNotSentUnsigned() {
        Address address = new Address("WEBHOOK", sink.uri("/").toString(), Optional.of("../hook"));
        Attempt attempt = channel().send(ChannelContract.outgoing(address)).getLast();
        assertThat(attempt.answer().reply()).contains("has no secret");
        assertThat(sink.requests()).isEmpty();
    }

    @Test
    void nobodyThereIsPutOff() {
        sink.close();
        Attempt attempt = channel().send(ChannelContract.outgoing(address())).getLast();
        assertThat(attempt.answer()).isInstanceOf(Attempt.PutOff.class);
    }
}
