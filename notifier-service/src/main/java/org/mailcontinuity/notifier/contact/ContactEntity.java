package org.mailcontinuity.notifier.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A contact as its topic last told it. */
@Entity
@Table(name = "contact")
class ContactEntity {
    @Id
    @Column(name = "contact_id")
    UUID contactId;

    long revision;

    byte[] message;

    protected ContactEntity() {}

    ContactEntity(UUID contactId) {
        this.contactId = contactId;
    }
}
