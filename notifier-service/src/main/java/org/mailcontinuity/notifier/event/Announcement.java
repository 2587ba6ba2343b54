package org.mailcontinuity.notifier.event;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.notifier.delivery.Delivery;
import org.mailcontinuity.notifier.delivery.DeliveryKey;
import org.mailcontinuity.notifier.delivery.Notice;
import org.mailcontinuity.notifier.delivery.Reach;
import org.mailcontinuity.notifier.delivery.Recipient;
import org.mailcontinuity.notifier.delivery.Rung;

/**
 * Who is told of a continuity event's start or end: everyone once, as {@link Reach} says, and no repetition.
 *
 * @param due what to tell; planning it again is harmless
 * @param lookAgain when this may change by the passing of time
 */
record Announcement(List<DeliveryKey> due, Optional<Instant> lookAgain) {

    static Announcement of(
            UUID eventId,
            Notice notice,
            List<Recipient.Known> recipients,
            List<Delivery> deliveries,
            Instant now,
            Duration patience) {
        Rung rung = new Rung(eventId, 1, notice, 0, List.of(), 0);
        Map<UUID, List<Delivery>> byPerson = deliveries.stream()
                .collect(groupingBy(delivery -> delivery.key().contactId()));
        List<DeliveryKey> due = new ArrayList<>();
        List<Instant> looks = new ArrayList<>();
        for (Recipient.Known recipient : recipients) {
            List<Delivery> theirs = byPerson.getOrDefault(recipient.contactId(), List.of());
            Reach reach = Reach.of(rung, recipient, theirs, now, patience);
            due.addAll(reach.due());
            reach.lookAgain().ifPresent(looks::add);
        }
        return new Announcement(List.copyOf(due), looks.stream().min(Comparator.naturalOrder()));
    }
}
