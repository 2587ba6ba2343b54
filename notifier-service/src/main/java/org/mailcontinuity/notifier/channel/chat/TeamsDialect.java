package org.mailcontinuity.notifier.channel.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Json;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.Secrets;
import org.mailcontinuity.notifier.channel.http.HttpAnswers;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.template.Facts;

/**
 * Microsoft Teams, by the webhook of a workflow ("post to a channel when a webhook request is received"), as an adaptive
 * card. Text stands in runs, which know no Markdown, so that nobody's server can make a link. The workflow takes a request
 * before it posts: sent, not confirmed. The URL is a secret: best kept as {@code url} of the credential.
 */
public final class TeamsDialect implements HttpDialect {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final int LONGEST_TEXT = 8000;

    @Override
    public String name() {
        return "TEAMS";
    }

    @Override
    public HttpRequest request(Outgoing outgoing, Secrets secrets, Instant now) {
        ObjectNode message = Json.object().put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject().put("contentType", CARD);
        attachment.putNull("contentUrl");
        ObjectNode card = attachment
                .putObject("content")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4")
                .put("fallbackText", outgoing.wording().subject());
        ArrayNode body = card.putArray("body");
        run(body, outgoing.wording().subject())
                .put("size", "large")
                .put("weight", "bolder")
                .put("color", colour(outgoing));
        Json.cut(outgoing.textWithoutLink(), LONGEST_TEXT)
                .lines()
                .forEach(line -> run(body, line.isBlank() ? " " : line));
        outgoing.link()
                .ifPresent(link -> card.putArray("actions")
                        .addObject()
                        .put("type", "Action.OpenUrl")
                        .put("title", "Continuity")
                        .put("url", link.toString()));
        return Json.post(secrets.url(), message);
    }

    /** Teams says some refusals in the body of a 200. */
    @Override
    public Attempt.Answer judge(HttpReply.Answered reply) {
        if (reply.success() && reply.body().contains("HTTP error 429")) {
            return new Attempt.PutOff(reply.said(), Optional.of(Duration.ofSeconds(30)));
        }
        return reply.success() ? new Attempt.Accepted(reply.said(), false) : HttpAnswers.of(reply);
    }

    private static ObjectNode run(ArrayNode body, String text) {
        ObjectNode block = body.addObject().put("type", "RichTextBlock");
        return block.putArray("inlines").addObject().put("type", "TextRun").put("text", text);
    }

    private static String colour(Outgoing outgoing) {
        return switch (outgoing.facts()) {
            case Facts.OfAlert alert when outgoing.notice().equals("RESOLVED") -> "good";
            case Facts.OfAlert alert -> alert.severity().equals("DOWN") ? "attention" : "warning";
            case Facts.OfEvent event -> "accent";
            case Facts.OfTest test -> "default";
            case Facts.OfSelf self -> "attention";
        };
    }
}
