package org.mailcontinuity.events.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One change.
 *
 * @param action what was done, such as {@code create} or {@code extend}
 * @param resourceKind what it was done to, such as {@code event}
 * @param before the resource's JSON before; absent when it was created
 * @param after the resource's JSON after; absent when it was deleted
 */
record AuditEntry(
        UUID id,
        Instant at,
        Actor actor,
        String action,
        String resourceKind,
        String resourceId,
        Optional<String> before,
        Optional<String> after) {}
