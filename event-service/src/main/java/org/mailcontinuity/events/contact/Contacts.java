package org.mailcontinuity.events.contact;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.EntityTags;

/** Makes, changes and deletes contacts. Every method runs in the caller's transaction. */
public final class Contacts {
    private static final String KIND = "contact";

    private final ContactRepository rows;
    private final Predicate<String> watched;
    private final OutboxPublisher outbox;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param watched whether a monitor watches the mail of a domain */
    Contacts(
            ContactRepository rows,
            Predicate<String> watched,
            OutboxPublisher outbox,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        this.rows = rows;
        this.watched = watched;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    StoredContact create(ContactRequest request, Actor actor) {
        Instant now = clock.instant();
        StoredContact made = new StoredContact(sound(request, TimeOrderedId.at(now, random), 1, List.of()), now, now);
        rows.persist(ContactEntity.of(made));
        outbox.add(made.contact());
        audit.record(actor, "create", KIND, made.contact().contactId(), null, ContactView.of(made));
        return made;
    }

    StoredContact change(UUID id, @Nullable String ifMatch, UnaryOperator<ContactRequest> change, Actor actor) {
        ContactEntity row = locked(id);
        StoredContact before = row.toContact();
        EntityTags.require(ifMatch, before.contact().revision());
        ContactRequest wanted = change.apply(ContactRequest.of(before.contact()));
        StoredContact after = new StoredContact(
                sound(
                        wanted,
                        id,
                        before.contact().revision() + 1,
                        before.contact().channels()),
                before.createdAt(),
                clock.instant());
        return written(row, before, after, "change", actor);
    }

    /** Notes that an address has been proved to be the contact's. A contact who has it no more is not changed. */
    public StoredContact verified(UUID id, UUID addressId, Actor actor) {
        ContactEntity row = locked(id);
        StoredContact before = row.toContact();
        Contact contact = before.contact();
        Instant now = clock.instant();
        List<ContactChannel> channels = contact.channels().stream()
                .map(channel -> channel.addressId().equals(addressId)
                        ? new ContactChannel(channel.type(), channel.address(), channel.credential(), Optional.of(now))
                        : channel)
                .toList();
        Contact proved = new Contact(
                id,
                contact.revision() + 1,
                contact.name(),
                contact.locale(),
                contact.timeZone(),
                channels,
                contact.quietHours());
        return written(row, before, new StoredContact(proved, before.createdAt(), now), "verify", actor);
    }

    private StoredContact written(
            ContactEntity row, StoredContact before, StoredContact after, String verb, Actor actor) {
        row.write(after);
        outbox.add(after.contact());
        audit.record(actor, verb, KIND, after.contact().contactId(), ContactView.of(before), ContactView.of(after));
        return after;
    }

    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        ContactEntity row = locked(id);
        StoredContact before = row.toContact();
        EntityTags.require(ifMatch, before.contact().revision());
        if (!rows.deleted(row)) {
            throw new RefusedException(new Refusal.Conflict(
                    "CONTACT_IN_USE",
                    "A contact group or a notification policy names this contact; take it out first."));
        }
        outbox.tombstone(Contact.class, id.toString());
        audit.record(actor, "delete", KIND, id, ContactView.of(before), null);
    }

    private ContactEntity locked(UUID id) {
        return rows.locked(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }

    /** @param known addresses of the contact so far: one that stays remains verified */
    private Contact sound(ContactRequest request, UUID id, long revision, List<ContactChannel> known) {
        List<Violation> broken = ContactRules.check(request);
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
        List<ContactChannel> channels = request.channels().stream()
                .map(channel -> ChannelAddress.stored(channel).orElseThrow())
                .map(channel -> asKnown(channel, known))
                .toList();
        ContactRules.brokenRoad(channels, watched).ifPresent(domain -> {
            throw new RefusedException(Refusal.Invalid.of(
                    "channels",
                    "ONLY_IN_WATCHED_DOMAIN",
                    ("must reach the person when the mail of %s fails, which a monitor watches: add an address in another"
                                    + " domain or a webhook")
                            .formatted(domain)));
        });
        try {
            return new Contact(
                    id, revision, request.name(), request.locale(), request.timeZone(), channels, request.quietHours());
        } catch (ContractViolation e) {
            throw new RefusedException(Refusal.Invalid.of(e.field(), "VALUE", e.rule()));
        }
    }

    private static ContactChannel asKnown(ContactChannel channel, List<ContactChannel> known) {
        Optional<Instant> verifiedAt = known.stream()
                .filter(other -> other.addressId().equals(channel.addressId()))
                .findFirst()
                .flatMap(ContactChannel::verifiedAt);
        return new ContactChannel(channel.type(), channel.address(), channel.credential(), verifiedAt);
    }
}
