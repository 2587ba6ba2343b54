package org.mailcontinuity.bench.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;

/** People with one address each, six of ten by email, three by webhook, one by SMS, and alerts that tell them. One thread. */
final class Crowd {
    private static final int MOST_NAMED = 200;
    private static final Duration REPEAT = Duration.ofHours(24);

    private final HookSink hooks;
    private final TextSink texts;
    private int people;

    Crowd(HookSink hooks, TextSink texts) {
        this.hooks = hooks;
        this.texts = texts;
    }

    /** An alert and the people it is for. */
    record Told(AlertChanged alert, List<Contact> contacts) {
        /** The ids under which the deliveries have to arrive, as the notifier derives them. */
        List<UUID> deliveryIds() {
            return contacts.stream()
                    .map(contact -> delivery(alert.alertId(), contact))
                    .toList();
        }
    }

    /** An alert for {@code size} people of whom nobody has heard yet. */
    Told alert(int size) {
        UUID alertId = UUID.randomUUID();
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            contacts.add(person(alertId));
        }
        AlertStep step = new AlertStep(
                Duration.ZERO, contacts.stream().map(Contact::contactId).toList(), List.of());
        return new Told(alert(alertId, step), contacts);
    }

    /** The alert, told anew with one more monitor; 200 of them are named, as the event-service does. */
    static AlertChanged joined(AlertChanged alert, int number) {
        List<AffectedMonitor> monitors = new ArrayList<>(alert.monitors());
        List<UUID> disruptions = new ArrayList<>(alert.disruptionIds());
        if (monitors.size() < MOST_NAMED) {
            monitors.add(new AffectedMonitor(
                    UUID.randomUUID(), "Mail " + number, "d" + number + ".test", Direction.INBOUND));
            disruptions.add(UUID.randomUUID());
        }
        return new AlertChanged(
                alert.alertId(),
                alert.revision() + 1,
                alert.state(),
                alert.episode(),
                alert.severity(),
                alert.since(),
                alert.firedAt(),
                alert.changedAt(),
                alert.standing(),
                alert.resolvedAt(),
                alert.repeatInterval(),
                alert.steps(),
                alert.cause(),
                monitors,
                disruptions,
                alert.event(),
                alert.subject(),
                number + 1,
                number + 1,
                number + 1,
                alert.policyId(),
                alert.quietHours(),
                alert.languages());
    }

    private Contact person(UUID alertId) {
        int number = people++;
        ContactChannel channel = switch (number % 10) {
            case 0, 2, 3, 5, 6, 8 -> channel(ChannelType.EMAIL, "p" + number + "@people.test");
            case 1, 4, 7 -> channel(ChannelType.WEBHOOK, hooks.url("/" + number));
            default -> channel(ChannelType.SMS, String.format(Locale.ROOT, "+43664%07d", number));
        };
        Contact contact = new Contact(UUID.randomUUID(), 1, "Person " + number, "en", "UTC", List.of(channel));
        if (channel.type() == ChannelType.SMS) {
            texts.expect(channel.address(), delivery(alertId, contact));
        }
        return contact;
    }

    private static ContactChannel channel(ChannelType type, String address) {
        return new ContactChannel(type, address, Optional.empty());
    }

    private static UUID delivery(UUID alertId, Contact contact) {
        ContactChannel channel = contact.channels().getFirst();
        return DerivedId.of(
                "delivery", alertId, 1, "FIRING", 0, contact.contactId(), channel.type(), channel.address(), 0);
    }

    private static AlertChanged alert(UUID alertId, AlertStep step) {
        Instant since = Instant.parse("2026-11-24T12:00:00Z");
        Cause cause = new Cause(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "host mx1.example.test",
                "mx1.example.test refuses the connection",
                0.9);
        return new AlertChanged(
                alertId,
                1,
                AlertState.FIRING,
                1,
                Severity.DOWN,
                since,
                since.plusSeconds(60),
                since.plusSeconds(60),
                Optional.empty(),
                Optional.empty(),
                REPEAT,
                List.of(step),
                cause,
                List.of(new AffectedMonitor(UUID.randomUUID(), "Main mail", "example.test", Direction.INBOUND)),
                List.of(UUID.randomUUID()),
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
