package org.mailcontinuity.events.people;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.contactgroup.ContactGroupRepository;
import org.mailcontinuity.events.proof.ProofRepository;
import org.mailcontinuity.events.usergroup.UserGroupRepository;

/** Reads what the page shows. Runs in the caller's transaction. */
@Singleton
class PeopleRepository {
    private final ContactRepository contacts;
    private final ProofRepository proofs;
    private final AuditRepository audit;
    private final ContactGroupRepository groups;
    private final UserGroupRepository audiences;

    PeopleRepository(
            ContactRepository contacts,
            ProofRepository proofs,
            AuditRepository audit,
            ContactGroupRepository groups,
            UserGroupRepository audiences) {
        this.contacts = contacts;
        this.proofs = proofs;
        this.audit = audit;
        this.groups = groups;
        this.audiences = audiences;
    }

    PeoplePages.Register register() {
        List<Contact> shown = contacts.byName(PeoplePages.MOST + 1);
        List<UUID> ids = shown.stream().map(Contact::contactId).toList();
        return new PeoplePages.Register(
                shown,
                proofs.of(ids),
                audit.last("contact", "test", ids),
                groups.byName(PeoplePages.MOST),
                audiences.offered());
    }
}
