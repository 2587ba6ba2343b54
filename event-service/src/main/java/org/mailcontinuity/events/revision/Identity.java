package org.mailcontinuity.events.revision;

import java.time.Instant;
import java.util.UUID;

/**
 * What every resource with revisions has.
 *
 * @param revision 1 at first; grows with every change
 * @param createdAt when it was made
 * @param updatedAt when it came to be as it is
 */
public record Identity(UUID id, long revision, Instant createdAt, Instant updatedAt) {
    static Identity first(UUID id, Instant now) {
        return new Identity(id, 1, now, now);
    }

    /** Of the same resource, changed at {@code now}. */
    public Identity next(Instant now) {
        return new Identity(id, revision + 1, createdAt, now);
    }
}
