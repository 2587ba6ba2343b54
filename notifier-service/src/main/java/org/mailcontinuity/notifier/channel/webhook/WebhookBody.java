package org.mailcontinuity.notifier.channel.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.Timestamp;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.template.Facts;

/**
 * A notice as CloudEvents 1.0 in structured JSON. The event's id is the delivery's, so it is the same each time; absent
 * fields are unknown ones.
 */
final class WebhookBody {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";
    private static final String TYPE = "org.mailcontinuity.notice.v1";

    private WebhookBody() {}

    static byte[] of(Outgoing outgoing, Instant now) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", outgoing.id().toString());
        event.put("source", "/notifier");
        event.put("type", TYPE);
        event.put("time", Timestamp.format(now));
        event.put("subject", outgoing.threadId().toString());
        event.put("datacontenttype", "application/json");
        ObjectNode notice = event.putObject("data");
        notice.put("notice", outgoing.notice());
        notice.put("title", outgoing.wording().subject());
        notice.put("text", outgoing.wording().text());
        put(notice, "link", outgoing.link().map(URI::toString));
        put(notice, "alertId", outgoing.facts().alertId().map(Object::toString));
        switch (outgoing.facts()) {
            case Facts.OfAlert alert -> alert(alert, notice);
            case Facts.OfEvent continuityEvent -> event(continuityEvent, notice);
            case Facts.OfTest test -> notice.put("by", test.by());
            case Facts.OfSelf self -> self.findings().forEach(finding -> notice.put(finding.kind(), finding.count()));
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void alert(Facts.OfAlert alert, ObjectNode notice) {
        notice.put("severity", alert.severity());
        notice.put("since", Timestamp.format(alert.since()));
        put(notice, "resolvedAt", alert.resolvedAt().map(Timestamp::format));
        notice.put("cause", alert.cause());
        put(notice, "eventUntil", alert.eventUntil().map(Timestamp::format));
        ArrayNode monitors = notice.putArray("monitors");
        for (Facts.Affected affected : alert.monitors()) {
            monitors.addObject()
                    .put("name", affected.name())
                    .put("domain", affected.domain())
                    .put("direction", affected.direction());
        }
    }

    private static void event(Facts.OfEvent event, ObjectNode notice) {
        notice.put("name", event.name());
        put(notice, "description", event.description());
        notice.put("from", Timestamp.format(event.from()));
        notice.put("until", Timestamp.format(event.until()));
        notice.put("by", event.by());
        put(notice, "reason", event.reason());
        put(notice, "wording", event.wording());
    }

    private static void put(ObjectNode object, String field, Optional<String> value) {
        value.ifPresent(text -> object.put(field, text));
    }
}
