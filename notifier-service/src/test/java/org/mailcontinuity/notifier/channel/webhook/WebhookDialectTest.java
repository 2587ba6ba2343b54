package org.mailcontinuity.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.HttpChannelContract;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.testbed.http.SinkAnswer;
import org.mailcontinuity.testbed.http.SinkRequest;

class WebhookDialectTest extends HttpChannelContract {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PREVIOUS = "whsec_dGhlIHNlY3JldCBvZiBsYXN0IHllYXI=";

    @BeforeEach
    void credential() {
        secret("hook", "secret", SECRET);
    }

    @Override
    protected HttpDialect dialect() {
        return new WebhookDialect();
    }

    @Override
    protected SinkAnswer good() {
        return SinkAnswer.status(200);
    }

    @Override
    protected Optional<String> id(SinkRequest request) {
        return request.header("webhook-id");
    }

    @Override
    public Address address() {
        return new Address("WEBHOOK", sink.uri("/hook?tenant=1").toString(), Optional.of("hook"));
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

    @Test
    void bothSecretsSignWhileOneIsChanged() {
        secret("hook", "previous-secret", PREVIOUS);
        Outgoing outgoing = ChannelContract.outgoing(address());
        channel().send(outgoing);
        SinkRequest request = sink.requests().getLast();
        Instant signedAt = Instant.ofEpochSecond(
                Long.parseLong(request.header("webhook-timestamp").orElseThrow()));
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        String signatures = request.header("webhook-signature").orElseThrow();
        for (String secret : List.of(SECRET, PREVIOUS)) {
            assertThat(signatures.split(" "))
                    .contains(StandardWebhook.headers(outgoing.id().toString(), signedAt, body, List.of(secret))
                            .get("webhook-signature"));
        }
    }

    @Test
    void dateOfRetryAfterIsHeard() {
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME
                .withZone(ZoneOffset.UTC)
                .format(Instant.now().plusSeconds(60));
        sink.answer(SinkAnswer.status(503).withHeaders(Map.of("Retry-After", inAMinute)));
        Attempt attempt = channel().send(ChannelContract.outgoing(address())).getLast();
        assertThat(attempt.answer())
                .isInstanceOfSatisfying(
                        Attempt.PutOff.class,
                        putOff -> assertThat(putOff.retryAfter())
                                .hasValueSatisfying(wait ->
                                        assertThat(wait).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60))));
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
