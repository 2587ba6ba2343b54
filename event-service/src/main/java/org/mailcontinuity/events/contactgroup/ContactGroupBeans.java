package org.mailcontinuity.events.contactgroup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.revision.Revisions;

/** Puts the feature's plain classes together. */
final class ContactGroupBeans {
    @Produces
    @Singleton
    Revisions<ContactGroupEntity, ContactGroup, ContactGroupRequest> groups(
            ContactGroupRepository rows,
            ContactRepository contacts,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new Revisions<>(new ContactGroupKind(rows, contacts), audit, clock, random);
    }
}
