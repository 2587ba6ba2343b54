package org.mailcontinuity.events.usergroup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a continuity event covers. Its members are asked for apart, as there may be many.
 *
 * @param revision grows with every change of the group or of its members
 */
public record UserGroup(
        UUID id,
        long revision,
        String name,
        Optional<String> description,
        int memberCount,
        Instant createdAt,
        Instant updatedAt) {}
