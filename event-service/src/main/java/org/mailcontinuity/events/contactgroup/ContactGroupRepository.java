package org.mailcontinuity.events.contactgroup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Contact groups. */
@Singleton
public class ContactGroupRepository implements PanacheRepositoryBase<ContactGroupEntity, UUID> {
    /** The contacts of each group, in the group's order; a group that is not there is left out. */
    public Map<UUID, List<UUID>> members(Collection<UUID> groupIds) {
        return find("id in ?1", groupIds).list().stream()
                .map(ContactGroupEntity::toGroup)
                .collect(Collectors.toMap(ContactGroup::id, ContactGroup::contactIds));
    }

    /** All groups by name, at most {@code most}. */
    public List<ContactGroup> byName(int most) {
        return find("order by lower(name), id").page(Page.ofSize(most)).list().stream()
                .map(ContactGroupEntity::toGroup)
                .toList();
    }

    /** Those of {@code ids} that no group has. */
    public Set<UUID> missing(Collection<UUID> ids) {
        Set<UUID> found = members(ids).keySet();
        return ids.stream().filter(id -> !found.contains(id)).collect(Collectors.toSet());
    }

    Optional<ContactGroup> group(UUID id) {
        return findByIdOptional(id).map(ContactGroupEntity::toGroup);
    }

    Optional<ContactGroupEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether it could be deleted: not where a policy still names it. */
    boolean deleted(ContactGroupEntity row) {
        try {
            delete(row);
            flush();
            return true;
        } catch (ConstraintViolationException e) {
            return false;
        }
    }

    List<ContactGroup> list(PageRequest page, Optional<String> name) {
        Listing wanted = new Listing(page, "createdAt").named(name);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(ContactGroupEntity::toGroup)
                .toList();
    }
}
