package org.mailcontinuity.events.usergroup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A user group as the API shows it. */
record UserGroupView(
        UUID groupId,
        long revision,
        String name,
        Optional<String> description,
        int memberCount,
        Instant createdAt,
        Instant updatedAt) {

    static UserGroupView of(UserGroup group) {
        return new UserGroupView(
                group.id(),
                group.revision(),
                group.name(),
                group.description(),
                group.memberCount(),
                group.createdAt(),
                group.updatedAt());
    }
}
