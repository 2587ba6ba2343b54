package org.mailcontinuity.notifier.channel.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Json;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.Secrets;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.template.Facts;

/**
 * ntfy, published as JSON. The address is a topic's URL, such as {@code https://ntfy.example/outages}; a credential may
 * have a {@code token}, or {@code username} and {@code password}.
 */
public final class NtfyDialect implements HttpDialect {
    /** Beyond 4,096 bytes ntfy makes an attachment of a message. */
    private static final int LONGEST_MESSAGE = 1300;

    private static final int DEFAULT = 3;
    private static final int HIGH = 4;
    private static final int MAX = 5;

    @Override
    public String name() {
        return "NTFY";
    }

    @Override
    public HttpRequest request(Outgoing outgoing, Secrets secrets, Instant now) {
        String url = secrets.url();
        int topic = url.lastIndexOf('/') + 1;
        ObjectNode body = Json.object()
                .put("topic", url.substring(topic))
                .put("title", outgoing.wording().subject())
                .put("message", Json.cut(outgoing.textWithoutLink(), LONGEST_MESSAGE))
                .put("priority", priority(outgoing));
        outgoing.link().ifPresent(link -> body.put("click", link.toString()));
        return Json.post(url.substring(0, topic), body).with(secrets.authorization());
    }

    private static int priority(Outgoing outgoing) {
        return switch (outgoing.facts()) {
            case Facts.OfAlert alert
            when outgoing.notice().equals("FIRING") -> alert.severity().equals("DOWN") ? MAX : HIGH;
            case Facts.OfAlert alert -> DEFAULT;
            case Facts.OfEvent event -> DEFAULT;
            case Facts.OfTest test -> DEFAULT;
            case Facts.OfSelf self -> HIGH;
        };
    }
}
