package org.mailcontinuity.events.contactgroup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A contact group as the API shows it. */
record ContactGroupView(
        UUID groupId, long revision, String name, List<UUID> contactIds, Instant createdAt, Instant updatedAt) {
    static ContactGroupView of(ContactGroup group) {
        return new ContactGroupView(
                group.id(), group.revision(), group.name(), group.contactIds(), group.createdAt(), group.updatedAt());
    }
}
