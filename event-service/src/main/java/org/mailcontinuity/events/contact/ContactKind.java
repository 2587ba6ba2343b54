package org.mailcontinuity.events.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Kind;

/** Contacts as resources with revisions. */
final class ContactKind implements Kind<ContactEntity, StoredContact, ContactRequest> {
    private final ContactRepository rows;
    private final Predicate<String> watched;
    private final OutboxPublisher outbox;

    /** @param watched whether a monitor watches the mail of a domain */
    ContactKind(ContactRepository rows, Predicate<String> watched, OutboxPublisher outbox) {
        this.rows = rows;
        this.watched = watched;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public Identity identity(StoredContact stored) {
        Contact contact = stored.contact();
        return new Identity(contact.contactId(), contact.revision(), stored.createdAt(), stored.updatedAt());
    }

    @Override
    public Object view(StoredContact stored) {
        return ContactView.of(stored);
    }

    @Override
    public ContactRequest request(StoredContact stored) {
        return ContactRequest.of(stored.contact());
    }

    @Override
    public StoredContact made(ContactRequest request, Identity identity, Optional<StoredContact> before) {
        List<Violation> broken = ContactRules.check(request);
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
        List<ContactChannel> known =
                before.map(stored -> stored.contact().channels()).orElse(List.of());
        List<ContactChannel> channels = request.channels().stream()
                .map(channel -> ChannelAddress.stored(channel).orElseThrow())
                .map(channel -> asKnown(channel, known))
                .toList();
        refuseBrokenRoad(channels);
        try {
            Contact contact = new Contact(
                    identity.id(),
                    identity.revision(),
                    request.name(),
                    request.locale(),
                    request.timeZone(),
                    channels,
                    request.quietHours());
            return new StoredContact(contact, identity.createdAt(), identity.updatedAt());
        } catch (ContractViolation e) {
            throw new RefusedException(Refusal.Invalid.of(e.field(), "VALUE", e.rule()));
        }
    }

    @Override
    public Optional<ContactEntity> locked(UUID id) {
        return rows.locked(id);
    }

    @Override
    public StoredContact read(ContactEntity row) {
        return row.toContact();
    }

    @Override
    public void insert(StoredContact made) {
        rows.persist(ContactEntity.of(made));
        outbox.add(made.contact());
    }

    @Override
    public void write(ContactEntity row, StoredContact before, StoredContact after) {
        row.write(after);
        outbox.add(after.contact());
    }

    @Override
    public Optional<Refusal> deleted(ContactEntity row, StoredContact last) {
        if (!rows.deleted(row)) {
            return Optional.of(new Refusal.Conflict(
                    "CONTACT_IN_USE",
                    "A contact group or a notification policy names this contact; take it out first."));
        }
        outbox.tombstone(Contact.class, last.contact().key());
        return Optional.empty();
    }

    private void refuseBrokenRoad(List<ContactChannel> channels) {
        ContactRules.brokenRoad(channels, watched).ifPresent(domain -> {
            throw new RefusedException(Refusal.Invalid.of(
                    "channels",
                    "ONLY_IN_WATCHED_DOMAIN",
                    ("must reach the person when the mail of %s fails, which a monitor watches: add an address in another"
                                    + " domain, a phone number or a webhook")
                            .formatted(domain)));
        });
    }

    /** An address that stays remains verified. */
    private static ContactChannel asKnown(ContactChannel channel, List<ContactChannel> known) {
        Optional<Instant> verifiedAt = known.stream()
                .filter(other -> other.addressId().equals(channel.addressId()))
                .findFirst()
                .flatMap(ContactChannel::verifiedAt);
        return new ContactChannel(channel.type(), channel.address(), channel.credential(), verifiedAt);
    }
}
