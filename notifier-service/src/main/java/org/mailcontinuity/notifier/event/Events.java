package org.mailcontinuity.notifier.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.notifier.alert.Alerts;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.delivery.Delivery;
import org.mailcontinuity.notifier.delivery.DeliveryKey;
import org.mailcontinuity.notifier.delivery.Notice;
import org.mailcontinuity.notifier.delivery.Recipient;
import org.mailcontinuity.notifier.job.Jobs;

/**
 * Has people told when a continuity event starts and ends, in the present transaction: the contacts and the user groups that
 * the event names; if it names nobody, those whom the steps of its alert name.
 */
final class Events {
    static final String JOB = "event-look";
    /** What is older is history, read again from the topic's beginning: nobody is told of it now. */
    private static final Duration NEWS = Duration.ofHours(24);

    /** A large group is planned bit by bit: a transaction that takes too long would plan nobody. */
    private static final int MOST_AT_ONCE = 1_000;

    private final EventRepository rows;
    private final ContactRepository contacts;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Jobs jobs;
    private final Duration patience;
    private final InstantSource clock;

    Events(
            EventRepository rows,
            ContactRepository contacts,
            Alerts alerts,
            Deliveries deliveries,
            Jobs jobs,
            Duration patience,
            InstantSource clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.patience = patience;
        this.clock = clock;
    }

    /** Takes the event as it now is, unless a later revision is known. */
    void accept(ContinuityEventChanged event) {
        EventEntity row = rows.locked(event.eventId()).orElse(null);
        if (row == null) {
            row = EventEntity.first(event);
            rows.persistAndFlush(row);
        } else if (event.revision() > row.revision) {
            row.put(event);
        } else {
            return;
        }
        announce(event);
    }

    void look(UUID eventId) {
        rows.locked(eventId).ifPresent(row -> announce(row.event()));
    }

    void planLook(UUID eventId, Instant at, String reason) {
        jobs.schedule(JOB, eventId + "@" + at.toEpochMilli() + reason, at);
    }

    private void announce(ContinuityEventChanged event) {
        Instant now = clock.instant();
        if (event.change().at().plus(NEWS).isBefore(now)) {
            return;
        }
        EventMapper.notice(event).ifPresent(notice -> announce(event, notice, now));
    }

    private void announce(ContinuityEventChanged event, Notice notice, Instant now) {
        List<Delivery> sofar = deliveries.of(event.eventId());
        Collection<Person> stakeholders = stakeholders(event);
        Set<UUID> known = stakeholders.stream().map(Person::contactId).collect(toUnmodifiableSet());
        List<Person> users = contacts.members(event.notices().audienceIds()).stream()
                .filter(person -> !known.contains(person.contactId()))
                .toList();
        announce(event, notice, stakeholders, sofar, now, false);
        announce(event, notice, users, sofar, now, true);
    }

    private void announce(
            ContinuityEventChanged event,
            Notice notice,
            Collection<Person> persons,
            List<Delivery> sofar,
            Instant now,
            boolean users) {
        boolean sms = !users || event.notices().sms();
        Map<String, List<Person>> byLanguage =
                persons.stream().collect(groupingBy(person -> person.locale().getLanguage()));
        byLanguage.forEach((language, speakers) -> {
            List<Recipient.Known> recipients = speakers.stream()
                    .map(person -> new Recipient.Known(person.contactId(), addresses(person, sms)))
                    .toList();
            Announcement announcement = Announcement.of(event.eventId(), notice, recipients, sofar, now, patience);
            List<DeliveryKey> due = announcement.due();
            deliveries.plan(
                    due.subList(0, Math.min(due.size(), MOST_AT_ONCE)),
                    EventMapper.facts(event, notice, language, users));
            if (due.size() > MOST_AT_ONCE) {
                planLook(event.eventId(), now, "+" + due.size());
            }
            announcement.lookAgain().ifPresent(at -> planLook(event.eventId(), at, ""));
        });
    }

    private static List<Address> addresses(Person person, boolean sms) {
        return person.addresses().stream()
                .filter(address -> sms || !address.channel().equals(ChannelType.SMS.name()))
                .toList();
    }

    private Collection<Person> stakeholders(ContinuityEventChanged event) {
        Collection<UUID> named = event.notices().contactIds();
        Collection<UUID> wanted =
                named.isEmpty() && event.notices().audienceIds().isEmpty()
                        ? event.alertId().map(alerts::contactIds).orElse(Set.of())
                        : named;
        return contacts.persons(wanted).values();
    }
}
