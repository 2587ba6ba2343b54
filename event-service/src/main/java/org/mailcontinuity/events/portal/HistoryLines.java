package org.mailcontinuity.events.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.mailcontinuity.events.timeline.TimelineEntry;

/** What happened, in words. */
final class HistoryLines {
    private static final String UNTIL = "until ";

    private final Instant now;
    private final ZoneId zone;

    HistoryLines(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    AlertPage.Entry line(TimelineEntry entry) {
        return new AlertPage.Entry(
                Moment.of(entry.at(), now, zone), text(entry), entry.detail().map(this::readable), tone(entry));
    }

    private static String text(TimelineEntry entry) {
        String who = entry.actor().orElse("Continuity");
        return switch (entry.kind()) {
            case OPENED -> "Disruption detected";
            case SEVERITY_CHANGED -> "Severity changed";
            case CAUSE_CHANGED -> "The cause became clearer";
            case REOPENED -> "The disruption came back";
            case CLEARED -> "Disruption cleared";
            case CLOSED -> who + " closed the disruption";
            case ACKNOWLEDGED -> who + " acknowledged the alert";
            case SUSPENDED -> who + " suspended notifications";
            case SUSPENSION_ENDED -> "Notifications go on";
            case EVENT_CREATED -> who + " planned a continuity event";
            case EVENT_UPDATED -> who + " changed the continuity event";
            case EVENT_STARTED -> who + " started a continuity event";
            case EVENT_EXTENDED -> who + " extended the continuity event";
            case EVENT_ENDED -> who + " ended the continuity event";
            case EVENT_CANCELLED -> who + " cancelled the continuity event";
            case EVENT_MISSED -> "The continuity event could not start in time";
            case NOTIFIED -> who + " was told";
            case NOTIFICATION_FAILED -> who + " could not be told";
        };
    }

    private static String tone(TimelineEntry entry) {
        return switch (entry.kind()) {
            case OPENED, REOPENED, NOTIFICATION_FAILED, EVENT_MISSED -> "down";
            case SEVERITY_CHANGED, CAUSE_CHANGED, SUSPENSION_ENDED -> "degraded";
            case CLEARED, CLOSED, ACKNOWLEDGED -> "ok";
            case SUSPENDED, NOTIFIED -> "calm";
            case EVENT_CREATED, EVENT_UPDATED, EVENT_STARTED, EVENT_EXTENDED, EVENT_ENDED, EVENT_CANCELLED -> "event";
        };
    }

    /** Times in details are kept for machines; people get them in their own zone. */
    private String readable(String detail) {
        if (detail.equals("RECOVERED")) {
            return "Mail flows again, by as many good samples as the rule asks for.";
        }
        if (!detail.startsWith(UNTIL)) {
            return detail;
        }
        return instant(detail.substring(UNTIL.length()))
                .map(time -> "Until " + Moment.of(time, now, zone).text())
                .orElse(detail);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
