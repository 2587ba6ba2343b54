package org.mailcontinuity.notifier.channel.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Json;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.Secrets;
import org.mailcontinuity.notifier.channel.http.HttpAnswers;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.channel.http.HttpRequest;

/**
 * Slack, by an incoming webhook. All text is {@code plain_text}, so that nobody's server can mention a channel or make a
 * link; the only link is ours. The URL is a secret: best kept as {@code url} of the credential.
 */
public final class SlackDialect implements HttpDialect {
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SECTION = 3000;

    @Override
    public String name() {
        return "SLACK";
    }

    @Override
    public HttpRequest request(Outgoing outgoing, Secrets secrets, Instant now) {
        ObjectNode body = Json.object();
        body.put("text", escaped(outgoing.wording().subject()));
        ArrayNode blocks = body.putArray("blocks");
        ObjectNode header = blocks.addObject().put("type", "header");
        plain(header, Json.cut(outgoing.wording().subject(), LONGEST_HEADER));
        ObjectNode section = blocks.addObject().put("type", "section");
        plain(section, Json.cut(outgoing.textWithoutLink(), LONGEST_SECTION));
        outgoing.link().ifPresent(link -> link(blocks, link));
        ObjectNode metadata = body.putObject("metadata").put("event_type", "continuity_notice");
        metadata.putObject("event_payload").put("id", outgoing.id().toString());
        return Json.post(secrets.url(), body);
    }

    /** 403 and 404 say that the webhook was revoked or its channel is gone. */
    @Override
    public Attempt.Answer judge(HttpReply.Answered reply) {
        return reply.status() == 403 ? Attempt.Refused.badAddress(reply.said()) : HttpAnswers.of(reply);
    }

    private static void plain(ObjectNode block, String text) {
        block.putObject("text").put("type", "plain_text").put("emoji", false).put("text", text);
    }

    private static void link(ArrayNode blocks, URI link) {
        ObjectNode button = blocks.addObject()
                .put("type", "actions")
                .putArray("elements")
                .addObject()
                .put("type", "button")
                .put("url", link.toString());
        plain(button, "Continuity");
    }

    /** The fallback for notifications is mrkdwn: its three control characters are written as entities. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
