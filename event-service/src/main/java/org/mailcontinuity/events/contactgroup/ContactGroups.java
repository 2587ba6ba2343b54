package org.mailcontinuity.events.contactgroup;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.EntityTags;

/** Makes, changes and deletes contact groups. Every method runs in the caller's transaction. */
final class ContactGroups {
    private static final String KIND = "contact group";

    private final ContactGroupRepository rows;
    private final ContactRepository contacts;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    ContactGroups(
            ContactGroupRepository rows,
            ContactRepository contacts,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        this.rows = rows;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    ContactGroup create(ContactGroupRequest request, Actor actor) {
        membersExist(request);
        Instant now = clock.instant();
        ContactGroup made = new ContactGroup(
                TimeOrderedId.at(now, random),
                1,
                request.name(),
                request.contactIds().stream().distinct().toList(),
                now,
                now);
        rows.persist(ContactGroupEntity.of(made));
        audit.record(actor, "create", KIND, made.id(), null, ContactGroupView.of(made));
        return made;
    }

    ContactGroup change(UUID id, @Nullable String ifMatch, UnaryOperator<ContactGroupRequest> change, Actor actor) {
        ContactGroupEntity row = locked(id);
        ContactGroup before = row.toGroup();
        EntityTags.require(ifMatch, before.revision());
        ContactGroupRequest wanted = change.apply(new ContactGroupRequest(before.name(), before.contactIds()));
        membersExist(wanted);
        ContactGroup after = new ContactGroup(
                id,
                before.revision() + 1,
                wanted.name(),
                wanted.contactIds().stream().distinct().toList(),
                before.createdAt(),
                clock.instant());
        row.write(after);
        audit.record(actor, "change", KIND, id, ContactGroupView.of(before), ContactGroupView.of(after));
        return after;
    }

    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        ContactGroupEntity row = locked(id);
        ContactGroup before = row.toGroup();
        EntityTags.require(ifMatch, before.revision());
        if (!rows.deleted(row)) {
            throw new RefusedException(new Refusal.Conflict(
                    "CONTACT_GROUP_IN_USE", "A notification policy names this group; take it out first."));
        }
        audit.record(actor, "delete", KIND, id, ContactGroupView.of(before), null);
    }

    private ContactGroupEntity locked(UUID id) {
        return rows.locked(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }

    private void membersExist(ContactGroupRequest request) {
        Set<UUID> missing = contacts.missing(request.contactIds());
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.Invalid.of(
                    "contactIds", "CONTACT_UNKNOWN", "must name contacts that exist, but there is no " + missing));
        }
    }
}
