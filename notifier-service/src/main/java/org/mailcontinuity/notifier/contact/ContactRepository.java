package org.mailcontinuity.notifier.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.contact.Contact;

/** Who there is to be told. */
@Singleton
public class ContactRepository implements PanacheRepositoryBase<ContactEntity, UUID> {

    private final AudienceRepository audiences;

    ContactRepository(AudienceRepository audiences) {
        this.audiences = audiences;
    }

    /** The contact, or the member of a user group, of that id. */
    public Optional<Person> person(UUID contactId) {
        return findByIdOptional(contactId).map(ContactRepository::read).or(() -> audiences.person(contactId));
    }

    /** Those of the contacts that are known. */
    public Map<UUID, Person> persons(Collection<UUID> contactIds) {
        Map<UUID, Person> persons = new HashMap<>();
        if (!contactIds.isEmpty()) {
            for (ContactEntity row : list("contactId in ?1", contactIds)) {
                persons.put(row.contactId, read(row));
            }
        }
        return persons;
    }

    /** The members of these user groups, each once. */
    public List<Person> members(Collection<UUID> groupIds) {
        return audiences.persons(groupIds);
    }

    /** Keeps the contact unless a later revision is known. */
    void keep(Contact contact) {
        ContactEntity row = findByIdOptional(contact.contactId()).orElse(null);
        if (row == null) {
            row = new ContactEntity(contact.contactId());
            fill(row, contact);
            persist(row);
        } else if (contact.revision() > row.revision) {
            fill(row, contact);
        }
    }

    private static void fill(ContactEntity row, Contact contact) {
        row.revision = contact.revision();
        row.message = Messages.encode(contact);
    }

    private static Person read(ContactEntity row) {
        return ContactMapper.person(Messages.decode(Contact.class, row.message));
    }
}
