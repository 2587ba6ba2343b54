package org.mailcontinuity.notifier.channel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.credential.CredentialRepository;

/** A channel that makes one request for each message, in the dialect given, with the message's id as idempotency key. */
public final class HttpChannel implements Channel {
    private final HttpDialect dialect;
    private final HttpConnection http;
    private final CredentialRepository credentials;
    private final InstantSource clock;

    public HttpChannel(
            HttpDialect dialect, HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        this.dialect = dialect;
        this.http = http;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public String name() {
        return dialect.name();
    }

    @Override
    public boolean readByPeople() {
        return dialect.readByPeople();
    }

    @Override
    public boolean hearsAcknowledgements() {
        return dialect.hearsAcknowledgements();
    }

    @Override
    public List<Attempt> send(Outgoing outgoing) {
        Instant start = clock.instant();
        Secrets secrets = new Secrets(credentials, outgoing.address());
        String via = HttpConnection.label(secrets.url());
        Attempt.Answer answer = missing(outgoing.address(), secrets)
                .<Attempt.Answer>map(field -> Attempt.PutOff.because(credential(outgoing) + " has no " + field))
                .orElseGet(() -> answer(outgoing, secrets, start));
        return List.of(Attempt.since(start, clock.instant(), via, answer));
    }

    private Optional<String> missing(Address address, Secrets secrets) {
        return dialect.requiredSecrets(address).stream()
                .filter(field -> secrets.find(field).isEmpty())
                .findFirst();
    }

    private Attempt.Answer answer(Outgoing outgoing, Secrets secrets, Instant now) {
        HttpRequest request;
        try {
            request = dialect.request(outgoing, secrets, now)
                    .with("Idempotency-Key", outgoing.id().toString());
        } catch (IllegalArgumentException e) {
            return Attempt.PutOff.because(credential(outgoing) + ": " + e.getMessage());
        }
        return switch (http.send(request)) {
            case HttpReply.Forbidden forbidden -> Attempt.Refused.badAddress(forbidden.reason());
            case HttpReply.Failed failed -> Attempt.PutOff.because(failed.reason());
            case HttpReply.Answered answered -> dialect.judge(answered);
        };
    }

    private static String credential(Outgoing outgoing) {
        return "credential " + outgoing.address().credential().orElse("(none named)");
    }
}
