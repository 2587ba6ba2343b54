package org.mailcontinuity.events.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.contact.Contact;

/** A contact's row. */
@Entity
@Table(name = "contact")
class ContactEntity {
    @Id
    private UUID id;

    private long revision;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private String contact;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ContactEntity() {}

    static ContactEntity of(StoredContact stored) {
        ContactEntity row = new ContactEntity();
        row.id = stored.contact().contactId();
        row.createdAt = stored.createdAt();
        row.write(stored);
        return row;
    }

    void write(StoredContact stored) {
        revision = stored.contact().revision();
        name = stored.contact().name();
        contact = new String(Messages.encode(stored.contact()), StandardCharsets.UTF_8);
        updatedAt = stored.updatedAt();
    }

    StoredContact toContact() {
        byte[] json = contact.getBytes(StandardCharsets.UTF_8);
        return new StoredContact(Messages.decode(Contact.class, json), createdAt, updatedAt);
    }
}
