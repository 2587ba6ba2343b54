package org.mailcontinuity.events.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.contactgroup.ContactGroupRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.usergroup.UserGroupRepository;

/** Who stands behind what an event's notices name. Runs in the caller's transaction. */
final class Stakeholders {
    private static final int MOST_AUDIENCES = 100;

    private final ContactRepository contacts;
    private final ContactGroupRepository contactGroups;
    private final UserGroupRepository userGroups;

    Stakeholders(ContactRepository contacts, ContactGroupRepository contactGroups, UserGroupRepository userGroups) {
        this.contacts = contacts;
        this.contactGroups = contactGroups;
        this.userGroups = userGroups;
    }

    /** @throws RefusedException 400 where the notices name somebody who is not there */
    void requireKnown(EventNotices notices) {
        List<Violation> broken = new ArrayList<>();
        require("noticeContactIds", "CONTACT_UNKNOWN", contacts.missing(notices.contactIds()), broken);
        require("noticeContactGroupIds", "GROUP_UNKNOWN", contactGroups.missing(notices.contactGroupIds()), broken);
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
    }

    /** Contacts named, and those who are in groups named now; at most 500. */
    List<UUID> contacts(EventNotices notices) {
        Collection<List<UUID>> members =
                contactGroups.members(notices.contactGroupIds()).values();
        return Stream.concat(notices.contactIds().stream(), members.stream().flatMap(List::stream))
                .distinct()
                .limit(EventNotices.MOST_CONTACTS)
                .toList();
    }

    /** The user groups whose members are told: those that the event covers, all where it covers everyone; at most 100. */
    List<UUID> audiences(EventNotices notices, EventScope scope) {
        if (!notices.users()) {
            return List.of();
        }
        return switch (scope) {
            case EventScope.Everyone everyone -> userGroups.all(MOST_AUDIENCES);
            case EventScope.Groups groups -> groups.ids();
        };
    }

    private static void require(String field, String rule, Set<UUID> missing, List<Violation> broken) {
        if (!missing.isEmpty()) {
            broken.add(new Violation(field, rule, "must name what exists, but there is no " + missing));
        }
    }
}
