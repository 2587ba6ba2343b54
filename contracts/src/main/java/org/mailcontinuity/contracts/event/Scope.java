package org.mailcontinuity.contracts.event;

import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;

/**
 * Whom a continuity event covers.
 *
 * @param everyone the whole organisation
 * @param groupIds user groups, at most 100; given exactly when {@code everyone} is false
 */
public record Scope(Boolean everyone, List<UUID> groupIds) {
    public static final Scope EVERYONE = new Scope(true, List.of());

    public Scope {
        groupIds = Require.list("scope.groupIds", groupIds, 100);
        everyone = Require.orElse(everyone, groupIds.isEmpty());
        if (everyone != groupIds.isEmpty()) {
            throw new ContractViolation("scope.groupIds", "must be given exactly when everyone is false", groupIds);
        }
    }
}
