package org.mailcontinuity.notifier.contact;

import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.notifier.inbox.OrderedConsumer;
import org.mailcontinuity.notifier.inbox.Received;

/** Keeps the copy of the contacts; a tombstone deletes one. */
@Singleton
class ContactConsumer implements OrderedConsumer {
    private final ContactRepository contacts;

    ContactConsumer(ContactRepository contacts) {
        this.contacts = contacts;
    }

    @Override
    public Topic topic() {
        return Topics.CONTACTS;
    }

    @Override
    public void handle(Received received) {
        if (received.message().isEmpty()) {
            contacts.deleteById(received.id());
        } else if (received.message().get() instanceof Contact contact) {
            contacts.keep(contact);
        }
    }
}
