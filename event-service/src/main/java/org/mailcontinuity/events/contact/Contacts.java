package org.mailcontinuity.events.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Revisions;

/** Changes contacts. Every method runs in the caller's transaction. */
public final class Contacts {
    private final Revisions<ContactEntity, StoredContact, ContactRequest> revisions;

    Contacts(Revisions<ContactEntity, StoredContact, ContactRequest> revisions) {
        this.revisions = revisions;
    }

    /** Makes a contact; refused where its only roads lie in watched domains. */
    public StoredContact create(ContactRequest request, Actor actor) {
        return revisions.create(request, actor);
    }

    StoredContact change(UUID id, @Nullable String ifMatch, UnaryOperator<ContactRequest> change, Actor actor) {
        return revisions.change(id, ifMatch, change, actor);
    }

    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        revisions.delete(id, ifMatch, actor);
    }

    /** Notes that an address has been proved to be the contact's; one that is no longer theirs changes nothing of it. */
    public void verified(UUID id, UUID addressId, Actor actor) {
        revisions.step(id, "verify", (before, next) -> verified(before.contact(), addressId, next), actor);
    }

    private static StoredContact verified(Contact contact, UUID addressId, Identity next) {
        List<ContactChannel> channels = contact.channels().stream()
                .map(channel -> channel.addressId().equals(addressId)
                        ? new ContactChannel(
                                channel.type(), channel.address(), channel.credential(), Optional.of(next.updatedAt()))
                        : channel)
                .toList();
        Contact proved = new Contact(
                next.id(),
                next.revision(),
                contact.name(),
                contact.locale(),
                contact.timeZone(),
                channels,
                contact.quietHours());
        return new StoredContact(proved, next.createdAt(), next.updatedAt());
    }
}
