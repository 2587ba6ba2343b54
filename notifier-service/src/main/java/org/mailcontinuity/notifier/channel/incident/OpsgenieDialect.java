package org.mailcontinuity.notifier.channel.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Json;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.Secrets;
import org.mailcontinuity.notifier.channel.http.HttpAnswers;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.contact.Address;

/**
 * Opsgenie, Alert API v2. The {@code alias} is what the notice is about, so that a repeated one is one alert there. The
 * address is the URL of {@code /v2/alerts}; the credential has the {@code api-key}. Opsgenie handles a request after it
 * took it: sent, not confirmed.
 */
public final class OpsgenieDialect implements HttpDialect {
    private static final int LONGEST_MESSAGE = 130;
    private static final int LONGEST_NOTE = 15_000;

    @Override
    public String name() {
        return "OPSGENIE";
    }

    @Override
    public List<String> requiredSecrets(Address address) {
        return List.of("api-key");
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
        String alerts = secrets.url().replaceAll("/+$", "");
        String alias = outgoing.threadId().toString();
        String url = switch (Turn.of(outgoing)) {
            case OPENS -> alerts;
            case IS_TAKEN -> alerts + "/" + alias + "/acknowledge?identifierType=alias";
            case CLOSES -> alerts + "/" + alias + "/close?identifierType=alias";
        };
        ObjectNode body = Json.object().put("source", "Continuity");
        if (Turn.of(outgoing) == Turn.OPENS) {
            body.put("message", Json.cut(outgoing.wording().subject(), LONGEST_MESSAGE))
                    .put("alias", alias)
                    .put("description", Json.cut(outgoing.wording().text(), LONGEST_NOTE))
                    .put("entity", Source.of(outgoing))
                    .put("priority", Grade.of(outgoing).priority);
            body.putObject("details").put("delivery", outgoing.id().toString());
        } else {
            body.put("note", Json.cut(outgoing.wording().text(), LONGEST_NOTE));
        }
        return Json.post(url, body).with("Authorization", "GenieKey " + secrets.get("api-key"));
    }

    @Override
    public Attempt.Answer judge(HttpReply.Answered reply) {
        return reply.success() ? new Attempt.Accepted(reply.said(), false) : HttpAnswers.of(reply);
    }
}
