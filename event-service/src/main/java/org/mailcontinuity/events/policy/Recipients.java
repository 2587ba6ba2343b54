package org.mailcontinuity.events.policy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.contactgroup.ContactGroupRepository;

/** Who stands behind the names of a policy. */
public final class Recipients {
    private final ContactRepository contacts;
    private final ContactGroupRepository groups;

    Recipients(ContactRepository contacts, ContactGroupRepository groups) {
        this.contacts = contacts;
        this.groups = groups;
    }

    /** The policy's steps with the contacts that are in its groups now. */
    public List<AlertStep> steps(Policy policy) {
        return policy.resolved(groups.members(policy.groupIds()));
    }

    Set<UUID> missingContacts(Collection<UUID> ids) {
        return contacts.missing(ids);
    }

    Set<UUID> missingGroups(Collection<UUID> ids) {
        return groups.missing(ids);
    }
}
