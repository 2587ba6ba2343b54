package org.mailcontinuity.events.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.notification.Notice;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.timeline.TimelineEntry;
import org.mailcontinuity.events.timeline.TimelineKind;

/** Who was told of an alert, and who could not be, as entries of a timeline. */
public final class Told {
    private final NotificationRepository attempts;
    private final ContactRepository contacts;

    Told(NotificationRepository attempts, ContactRepository contacts) {
        this.attempts = attempts;
        this.contacts = contacts;
    }

    /** In order of time. Attempts that are to be repeated are left out until their end is known. */
    public List<TimelineEntry> of(UUID alertId) {
        List<NotificationAttempted> found = attempts.ofAlert(alertId);
        Map<UUID, String> names =
                contacts
                        .contacts(found.stream()
                                .map(NotificationAttempted::contactId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Contact::contactId, Contact::name));
        return found.stream()
                .flatMap(attempt ->
                        entry(
                                attempt,
                                Optional.ofNullable(names.get(attempt.contactId()))
                                        .orElse("a deleted contact"))
                                .stream())
                .toList();
    }

    private static Optional<TimelineEntry> entry(NotificationAttempted attempt, String name) {
        return switch (attempt.outcome()) {
            case SENT -> Optional.of(told(attempt, name, "handed over for delivery"));
            case CONFIRMED -> Optional.of(told(attempt, name, "confirmed"));
            case FAILED ->
                Optional.of(new TimelineEntry(
                        attempt.at(),
                        TimelineKind.NOTIFICATION_FAILED,
                        Optional.of(name),
                        Optional.of("By " + road(attempt.channel())
                                + attempt.reply().map(reply -> ": " + reply).orElse(""))));
            case RETRYING, UNKNOWN -> Optional.empty();
        };
    }

    private static TimelineEntry told(NotificationAttempted attempt, String name, String how) {
        String what = attempt.notice() == Notice.RESOLVED ? "That it is over, by " : "By ";
        return new TimelineEntry(
                attempt.at(),
                TimelineKind.NOTIFIED,
                Optional.of(name),
                Optional.of(what + road(attempt.channel()) + ", " + how));
    }

    private static String road(ChannelType channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
