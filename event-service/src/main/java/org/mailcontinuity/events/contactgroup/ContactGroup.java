package org.mailcontinuity.events.contactgroup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Contacts that are told together.
 *
 * @param revision grows with every change
 * @param contactIds 1 to 200, each once
 */
public record ContactGroup(
        UUID id, long revision, String name, List<UUID> contactIds, Instant createdAt, Instant updatedAt) {
    public ContactGroup {
        contactIds = List.copyOf(contactIds);
    }
}
