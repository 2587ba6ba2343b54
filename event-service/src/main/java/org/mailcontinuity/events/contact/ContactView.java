package org.mailcontinuity.events.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;

/** A contact as the API shows it. */
record ContactView(
        UUID contactId,
        long revision,
        String name,
        String locale,
        String timeZone,
        List<ContactChannel> channels,
        Instant createdAt,
        Instant updatedAt) {

    static ContactView of(StoredContact stored) {
        Contact contact = stored.contact();
        return new ContactView(
                contact.contactId(),
                contact.revision(),
                contact.name(),
                contact.locale(),
                contact.timeZone(),
                contact.channels(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
