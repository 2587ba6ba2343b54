package org.mailcontinuity.events.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change as the API shows it. */
record AuditView(
        UUID id,
        Instant at,
        Actor actor,
        String action,
        String resourceKind,
        String resourceId,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.resourceKind(),
                entry.resourceId(),
                entry.before().orElse(null),
                entry.after().orElse(null));
    }
}
