package org.mailcontinuity.events.contactgroup;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Kind;

/** Contact groups as resources with revisions. */
final class ContactGroupKind implements Kind<ContactGroupEntity, ContactGroup, ContactGroupRequest> {
    private final ContactGroupRepository rows;
    private final ContactRepository contacts;

    ContactGroupKind(ContactGroupRepository rows, ContactRepository contacts) {
        this.rows = rows;
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "contact group";
    }

    @Override
    public Identity identity(ContactGroup group) {
        return new Identity(group.id(), group.revision(), group.createdAt(), group.updatedAt());
    }

    @Override
    public Object view(ContactGroup group) {
        return ContactGroupView.of(group);
    }

    @Override
    public ContactGroupRequest request(ContactGroup group) {
        return new ContactGroupRequest(group.name(), group.contactIds());
    }

    @Override
    public ContactGroup made(ContactGroupRequest request, Identity identity, Optional<ContactGroup> before) {
        Set<UUID> missing = contacts.missing(request.contactIds());
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.Invalid.of(
                    "contactIds", "CONTACT_UNKNOWN", "must name contacts that exist, but there is no " + missing));
        }
        return new ContactGroup(
                identity.id(),
                identity.revision(),
                request.name(),
                request.contactIds().stream().distinct().toList(),
                identity.createdAt(),
                identity.updatedAt());
    }

    @Override
    public Optional<ContactGroupEntity> locked(UUID id) {
        return rows.locked(id);
    }

    @Override
    public ContactGroup read(ContactGroupEntity row) {
        return row.toGroup();
    }

    @Override
    public void insert(ContactGroup made) {
        rows.persist(ContactGroupEntity.of(made));
    }

    @Override
    public void write(ContactGroupEntity row, ContactGroup before, ContactGroup after) {
        row.write(after);
    }

    @Override
    public Optional<Refusal> deleted(ContactGroupEntity row, ContactGroup last) {
        return rows.deleted(row)
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(
                        "CONTACT_GROUP_IN_USE", "A notification policy names this group; take it out first."));
    }
}
