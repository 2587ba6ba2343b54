package org.mailcontinuity.events.contact;

import java.time.Instant;
import org.mailcontinuity.contracts.contact.Contact;

/** A contact, and when it was made and last changed. */
public record StoredContact(Contact contact, Instant createdAt, Instant updatedAt) {}
