package org.mailcontinuity.notifier.channel.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.mailcontinuity.contracts.Timestamp;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Json;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.Secrets;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.contact.Address;

/**
 * PagerDuty, Events API v2. The {@code dedup_key} is what the notice is about, so that a repeated or repeatedly sent one
 * is one incident there, and its end resolves it. The credential has the {@code routing-key}.
 */
public final class PagerDutyDialect implements HttpDialect {
    private static final int LONGEST_SUMMARY = 1024;

    @Override
    public String name() {
        return "PAGERDUTY";
    }

    @Override
    public List<String> requiredSecrets(Address address) {
        return List.of("routing-key");
    }

    @Override
    public boolean hearsAcknowledgements() {
        return true;
    }

    @Override
    public boolean readByPeople() {
        return false;
    }

    @Override
    public HttpRequest request(Outgoing outgoing, Secrets secrets, Instant now) {
        ObjectNode body = Json.object()
                .put("routing_key", secrets.get("routing-key"))
                .put("event_action", action(outgoing))
                .put("dedup_key", outgoing.threadId().toString())
                .put("client", "Continuity");
        ObjectNode payload = body.putObject("payload")
                .put("summary", Json.cut(outgoing.wording().subject(), LONGEST_SUMMARY))
                .put("source", Source.of(outgoing))
                .put("severity", Grade.of(outgoing).word)
                .put("timestamp", Timestamp.format(now))
                .put("class", outgoing.notice());
        payload.putObject("custom_details")
                .put("text", outgoing.textWithoutLink())
                .put("delivery", outgoing.id().toString());
        outgoing.link()
                .ifPresent(link -> body.putArray("links")
                        .addObject()
                        .put("href", link.toString())
                        .put("text", "Continuity"));
        return Json.post(secrets.url(), body);
    }

    private static String action(Outgoing outgoing) {
        return switch (Turn.of(outgoing)) {
            case OPENS -> "trigger";
            case IS_TAKEN -> "acknowledge";
            case CLOSES -> "resolve";
        };
    }
}
