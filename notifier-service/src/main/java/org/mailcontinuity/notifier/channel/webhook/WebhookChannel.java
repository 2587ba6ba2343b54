package org.mailcontinuity.notifier.channel.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.credential.CredentialRepository;

/**
 * Posts notices to a contact's own receiver, signed as {@link StandardWebhook} if the contact names a credential with the
 * field {@code secret} (and {@code previous-secret} while it is being changed).
 *
 * <p>2xx is confirmed. 408, 425, 429, 5xx and no answer are put off. All else, also a redirect, is refused.
 */
public final class WebhookChannel implements Channel {
    public static final String NAME = "WEBHOOK";

    private final HttpConnection http;
    private final CredentialRepository credentials;
    private final InstantSource clock;

    public WebhookChannel(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        this.http = http;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Attempt> send(Outgoing outgoing) {
        Instant start = clock.instant();
        Attempt.Answer answer = answer(outgoing, start);
        Duration took = Duration.between(start, clock.instant());
        String via = HttpConnection.label(outgoing.address().value());
        return List.of(new Attempt(via, start, took.isNegative() ? Duration.ZERO : took, answer));
    }

    private Attempt.Answer answer(Outgoing outgoing, Instant now) {
        byte[] body = WebhookBody.of(outgoing, now);
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", WebhookBody.CONTENT_TYPE);
        headers.put("User-Agent", "Continuity");
        headers.put("webhook-id", outgoing.id().toString());
        Optional<String> credential = outgoing.address().credential();
        if (credential.isPresent()) {
            List<String> secrets = secrets(credential.get());
            if (secrets.isEmpty()) {
                return Attempt.PutOff.because("credential " + credential.get() + " has no secret");
            }
            try {
                headers.putAll(StandardWebhook.headers(outgoing.id().toString(), now, body, secrets));
            } catch (IllegalArgumentException e) {
                return Attempt.PutOff.because("credential " + credential.get() + ": " + e.getMessage());
            }
        }
        return judge(http.post(outgoing.address().value(), headers, body));
    }

    private List<String> secrets(String credential) {
        return Stream.of("secret", "previous-secret")
                .flatMap(field -> credentials.find(credential, field).stream())
                .toList();
    }

    private static Attempt.Answer judge(HttpReply reply) {
        return switch (reply) {
            case HttpReply.Forbidden forbidden -> new Attempt.Refused(forbidden.reason());
            case HttpReply.Failed failed -> Attempt.PutOff.because(failed.reason());
            case HttpReply.Answered(int status, Optional<Duration> retryAfter, String start) -> {
                String said = (status + " " + start).strip();
                if (status < 300) {
                    yield new Attempt.Accepted(said, true);
                }
                boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
                yield later ? new Attempt.PutOff(said, retryAfter) : new Attempt.Refused(said);
            }
        };
    }
}
