package org.mailcontinuity.notifier.sms.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.sms.Rest;
import org.mailcontinuity.notifier.sms.Sms;
import org.mailcontinuity.notifier.sms.SmsProvider;
import org.mailcontinuity.notifier.sms.Submissions;

/**
 * Hands SMS to a provider's HTTP API, one request for each.
 *
 * <ol>
 *   <li>The status and the word of success say that it is taken.
 *   <li>An answer that holds the word for it says that there is no such number.
 *   <li>429 and 503 ask for rest: for as long as Retry-After says, else for a second and then longer, nobody asks again.
 *   <li>400 and 422 refuse this message. All else is the provider's own trouble, or how we are set up: put off.
 * </ol>
 */
public final class GatewayProvider implements SmsProvider {
    private final GatewaySettings gateway;
    private final HttpConnection http;
    private final CredentialRepository credentials;
    private final Submissions submissions;
    private final Function<UUID, String> receiptUrl;
    private final Rest rest;

    /** @param receiptUrl where the provider is to tell what became of a message; empty if it cannot */
    public GatewayProvider(
            GatewaySettings gateway,
            HttpConnection http,
            CredentialRepository credentials,
            Submissions submissions,
            Function<UUID, String> receiptUrl,
            InstantSource clock) {
        this.gateway = gateway;
        this.http = http;
        this.credentials = credentials;
        this.submissions = submissions;
        this.receiptUrl = receiptUrl;
        this.rest = new Rest(clock);
    }

    @Override
    public String name() {
        return gateway.name();
    }

    /** Whether it did not ask for rest. */
    @Override
    public boolean up() {
        return rest.left().isEmpty();
    }

    @Override
    public Attempt.Answer send(Sms sms) {
        Optional<String> reference = Optional.of(sms.id().toString());
        if (!submissions.taken(sms.id(), gateway.name()).isEmpty()) {
            return new Attempt.Accepted("taken before", false, reference);
        }
        Optional<Duration> resting = rest.left();
        if (resting.isPresent()) {
            return new Attempt.PutOff("the provider asked to be left alone", resting);
        }
        HttpRequest request;
        try {
            request = request(sms);
        } catch (IllegalArgumentException e) {
            return Attempt.PutOff.because(String.valueOf(e.getMessage()));
        }
        return switch (http.send(request)) {
            case HttpReply.Forbidden(String reason) -> Attempt.PutOff.because(reason);
            case HttpReply.Failed(String reason) -> Attempt.PutOff.because(reason + " (it may have been taken)");
            case HttpReply.Answered answered -> judge(answered, sms, reference);
        };
    }

    private Attempt.Answer judge(HttpReply.Answered answered, Sms sms, Optional<String> reference) {
        if (taken(answered)) {
            rest.end();
            String id = gateway.messageId()
                    .flatMap(where -> where.find(answered.body()))
                    .orElseGet(() -> sms.id().toString());
            submissions.take(new Submissions.Submission(sms.id(), gateway.name(), 0, 1, sms.number(), id));
            return new Attempt.Accepted(answered.said(), false, reference);
        }
        int status = answered.status();
        if (gateway.badNumber()
                .filter(word -> word.matcher(answered.body()).find())
                .isPresent()) {
            return Attempt.Refused.badAddress(answered.said());
        }
        if (status == 429 || status == 503) {
            return new Attempt.PutOff(answered.said(), Optional.of(rest.begin(answered.retryAfter())));
        }
        return status == 400 || status == 422
                ? Attempt.Refused.thisMessage(answered.said())
                : new Attempt.PutOff(answered.said(), answered.retryAfter());
    }

    private boolean taken(HttpReply.Answered answered) {
        boolean status = gateway.successStatus()
                .matcher(Integer.toString(answered.status()))
                .matches();
        return status
                && gateway.success()
                        .map(where -> where.find(answered.body())
                                .filter(word ->
                                        gateway.successMatches().matcher(word).matches())
                                .isPresent())
                        .orElse(true);
    }

    private HttpRequest request(Sms sms) {
        Map<String, String> headers = new HashMap<>();
        headers.put("User-Agent", "Continuity");
        gateway.headers().forEach((name, value) -> headers.put(name, value.fill(place -> value(place, sms))));
        byte[] body = gateway.body()
                .map(template -> template.fill(place -> value(place, sms)).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        return new HttpRequest(gateway.method(), gateway.url().fill(place -> value(place, sms)), headers, body);
    }

    private String value(String place, Sms sms) {
        return switch (place) {
            case "to" -> "+" + sms.number();
            case "digits" -> sms.number();
            case "from" -> gateway.sender();
            case "text" -> sms.text().text();
            case "id" -> sms.id().toString();
            case "receipt-url" -> receiptUrl.apply(sms.id());
            case "basic" -> basic();
            case "username", "password" -> secret(place);
            default -> secret(place.substring(place.indexOf('.') + 1));
        };
    }

    private String basic() {
        String pair = secret("username") + ":" + secret("password");
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String secret(String field) {
        String name = gateway.credential().orElse("");
        return credentials
                .find(name, field)
                .orElseThrow(() -> new IllegalArgumentException("credential " + name + " has no " + field));
    }

    @Override
    public void close() {
        // Each request has a line of its own.
    }
}
