package org.mailcontinuity.notifier.channel.webhook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.Secrets;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.contact.Address;

/**
 * Posts notices to a contact's own receiver, signed as {@link StandardWebhook} if the contact names a credential with the
 * field {@code secret}. While the secret is changed, {@code previous-secret} signs as well, so that the receiver may know
 * either.
 */
public final class WebhookDialect implements HttpDialect {
    @Override
    public String name() {
        return "WEBHOOK";
    }

    @Override
    public List<String> requiredSecrets(Address address) {
        return address.credential().isPresent() ? List.of("secret") : List.of();
    }

    @Override
    public boolean readByPeople() {
        return false;
    }

    @Override
    public HttpRequest request(Outgoing outgoing, Secrets secrets, Instant now) {
        byte[] body = WebhookBody.of(outgoing, now);
        String id = outgoing.id().toString();
        HttpRequest request =
                HttpRequest.post(secrets.url(), WebhookBody.CONTENT_TYPE, body).with("webhook-id", id);
        List<String> keys = Stream.of("secret", "previous-secret")
                .flatMap(field -> secrets.find(field).stream())
                .toList();
        return keys.isEmpty() ? request : request.with(StandardWebhook.headers(id, now, body, keys));
    }
}
