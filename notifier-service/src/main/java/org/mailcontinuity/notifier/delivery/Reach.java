package org.mailcontinuity.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.notifier.contact.Address;

/**
 * How one person is reached by one rung: what is due now, and whether every road to them is blocked.
 *
 * <ol>
 *   <li>The person is told over every address whose channel the rung names (all of them, if it names none).
 *   <li>An address that was refused is left out; so is one whose last telling is still being tried.
 *   <li>If none of those works (each refused, or put off for longer than {@code patience}), the person's other addresses
 *       are tried, one after another.
 *   <li>If those do not work either, the person cannot be reached, and the next step is due at once.
 * </ol>
 *
 * <p>Example: the rung names EMAIL, the person has an email address and a webhook. The mailbox is refused: the webhook is
 * due. The webhook is refused too: blocked.
 *
 * @param due what to tell now; planning it again is harmless
 * @param blocked whether no address works
 * @param lookAgain when this may change by the passing of time
 */
public record Reach(List<DeliveryKey> due, boolean blocked, Optional<Instant> lookAgain) {

    /** @param deliveries of the rung's subject, of any person and round */
    public static Reach of(
            Rung rung, Recipient.Known person, List<Delivery> deliveries, Instant now, Duration patience) {
        return new Walk(rung, person, deliveries, now, patience).reach();
    }

    private enum Road {
        FREE,
        TAKEN,
        STALLED,
        CLOSED
    }

    private static final class Walk {
        private final Rung rung;
        private final Recipient.Known person;
        private final List<Delivery> deliveries;
        private final Instant now;
        private final Duration patience;
        private final List<DeliveryKey> due = new ArrayList<>();
        private final List<Instant> looks = new ArrayList<>();

        Walk(Rung rung, Recipient.Known person, List<Delivery> deliveries, Instant now, Duration patience) {
            this.rung = rung;
            this.person = person;
            this.deliveries = deliveries;
            this.now = now;
            this.patience = patience;
        }

        Reach reach() {
            boolean works = false;
            for (Address address : person.addresses()) {
                if (rung.names(address.channel())) {
                    works |= take(address);
                }
            }
            for (Address address : person.addresses()) {
                if (!works && !rung.names(address.channel())) {
                    works = take(address);
                }
            }
            return new Reach(List.copyOf(due), !works, looks.stream().min(Comparator.naturalOrder()));
        }

        /** Whether the road to {@code address} is as good as any; if it is free, the person is told over it. */
        private boolean take(Address address) {
            DeliveryKey key = rung.to(person.contactId(), address);
            Road road = roadTo(key);
            if (road == Road.FREE) {
                due.add(key);
            }
            return road == Road.FREE || road == Road.TAKEN;
        }

        private Road roadTo(DeliveryKey key) {
            Road road = Road.FREE;
            for (Delivery delivery : deliveries) {
                if (!rung.covers(delivery, key)) {
                    continue;
                }
                if (delivery.hopeless()) {
                    return Road.CLOSED;
                }
                if (delivery.progress() instanceof Progress.Pending(Optional<Instant> troubledSince)) {
                    road = troubledSince.map(this::putOff).orElse(Road.TAKEN);
                } else if (delivery.told() && delivery.key().round() == rung.round()) {
                    road = Road.TAKEN;
                }
            }
            return road;
        }

        private Road putOff(Instant since) {
            Instant end = since.plus(patience);
            if (now.isBefore(end)) {
                looks.add(end);
                return Road.TAKEN;
            }
            return Road.STALLED;
        }
    }
}
