package org.mailcontinuity.notifier.channel.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.mailcontinuity.contracts.Timestamp;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Json;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.Secrets;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.template.Facts;

/**
 * Prometheus Alertmanager, API v2. The address is its base URL. An alert there is its labels and ends at {@code endsAt}: far
 * ahead while ours fires, now once it is over. Since the severity is a label, and may change, each notice says of every
 * grade whether it holds: the one that does fires, the others are over.
 */
public final class AlertmanagerDialect implements HttpDialect {
    /** Longer than any alert lasts; should its end never be told, it ends there by itself. */
    private static final Duration AHEAD = Duration.ofDays(7);

    /** Told again before it ends, while it goes on. */
    private static final Duration SELF = Duration.ofMinutes(40);

    private static final Duration TEST = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "ALERTMANAGER";
    }

    @Override
    public boolean readByPeople() {
        return false;
    }

    @Override
    public HttpRequest request(Outgoing outgoing, Secrets secrets, Instant now) {
        ArrayNode alerts = Json.array();
        for (Grade grade : Grade.values()) {
            boolean holds = Turn.of(outgoing) != Turn.CLOSES && grade == Grade.of(outgoing);
            alerts.add(alert(outgoing, grade, holds, now));
        }
        String url = secrets.url().replaceAll("/+$", "") + "/api/v2/alerts";
        return Json.post(url, alerts).with(secrets.authorization());
    }

    private static ObjectNode alert(Outgoing outgoing, Grade grade, boolean holds, Instant now) {
        ObjectNode alert = Json.object();
        alert.putObject("labels")
                .put("alertname", name(outgoing))
                .put("severity", grade.word)
                .put("source", Source.of(outgoing))
                .put("continuity_id", outgoing.threadId().toString());
        alert.putObject("annotations")
                .put("summary", outgoing.wording().subject())
                .put("description", outgoing.textWithoutLink());
        Instant start = start(outgoing, now);
        Instant end = holds ? now.plus(ahead(outgoing)) : now;
        alert.put("startsAt", Timestamp.format(start.isBefore(end) ? start : end.minusSeconds(1)));
        alert.put("endsAt", Timestamp.format(end));
        outgoing.link().ifPresent(link -> alert.put("generatorURL", link.toString()));
        return alert;
    }

    private static String name(Outgoing outgoing) {
        return switch (outgoing.facts()) {
            case Facts.OfAlert alert -> "MailFlowDisrupted";
            case Facts.OfEvent event -> "ContinuityEvent";
            case Facts.OfTest test -> "ContinuityTest";
            case Facts.OfSelf self -> "ContinuityNotifierLate";
        };
    }

    private static Instant start(Outgoing outgoing, Instant now) {
        return switch (outgoing.facts()) {
            case Facts.OfAlert alert -> alert.since();
            case Facts.OfEvent event -> event.from();
            case Facts.OfTest test -> now;
            case Facts.OfSelf self -> now;
        };
    }

    private static Duration ahead(Outgoing outgoing) {
        return switch (outgoing.facts()) {
            case Facts.OfTest test -> TEST;
            case Facts.OfSelf self -> SELF;
            case Facts.OfAlert alert -> AHEAD;
            case Facts.OfEvent event -> AHEAD;
        };
    }
}
