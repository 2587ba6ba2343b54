package org.mailcontinuity.events.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Contacts. */
@Singleton
public class ContactRepository implements PanacheRepositoryBase<ContactEntity, UUID> {
    public Optional<Contact> contact(UUID id) {
        return findByIdOptional(id).map(ContactEntity::toContact).map(StoredContact::contact);
    }

    public List<Contact> contacts(Collection<UUID> ids) {
        return find("id in ?1", ids).list().stream()
                .map(row -> row.toContact().contact())
                .toList();
    }

    /** All contacts by name, at most {@code most}. */
    public List<Contact> byName(int most) {
        return find("order by lower(name), id").page(Page.ofSize(most)).list().stream()
                .map(row -> row.toContact().contact())
                .toList();
    }

    /** Those of {@code ids} that no contact has. */
    public Set<UUID> missing(Collection<UUID> ids) {
        Set<UUID> found = contacts(ids).stream().map(Contact::contactId).collect(Collectors.toSet());
        return ids.stream().filter(id -> !found.contains(id)).collect(Collectors.toSet());
    }

    /** The contacts with an address in {@code domain}. */
    List<Contact> withEmailIn(String domain) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select * from contact where jsonb_path_exists(contact, cast(:path as jsonpath)) order by name",
                        ContactEntity.class)
                .setParameter("path", "$.channels[*].address ? (@ like_regex \"@%s$\")".formatted(quoted(domain)))
                .getResultList();
        return rows.stream()
                .map(row -> ((ContactEntity) row).toContact().contact())
                .toList();
    }

    Optional<StoredContact> stored(UUID id) {
        return findByIdOptional(id).map(ContactEntity::toContact);
    }

    Optional<ContactEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether it could be deleted: not where a group or a policy still names it. */
    boolean deleted(ContactEntity row) {
        try {
            delete(row);
            flush();
            return true;
        } catch (ConstraintViolationException e) {
            return false;
        }
    }

    List<StoredContact> list(PageRequest page, Optional<String> name) {
        Listing wanted = new Listing(page, "createdAt").named(name);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(ContactEntity::toContact)
                .toList();
    }

    private static String quoted(String domain) {
        return domain.replace(".", "[.]");
    }
}
