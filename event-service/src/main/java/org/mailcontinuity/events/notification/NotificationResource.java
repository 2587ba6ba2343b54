package org.mailcontinuity.events.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.events.paging.Cursor;
import org.mailcontinuity.events.paging.Page;
import org.mailcontinuity.events.paging.PageRequest;

/** What the notifier did to tell people. */
@Path("/api/v1/notifications")
@Tag(name = "notifications", description = "Attempts to tell people, with what came of them")
@RolesAllowed("viewer")
@RunOnVirtualThread
final class NotificationResource {
    private final NotificationRepository rows;

    NotificationResource(NotificationRepository rows) {
        this.rows = rows;
    }

    @GET
    @Transactional
    @Operation(summary = "List attempts, newest first")
    public Page<NotificationAttempted> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<UUID> alertId,
            @RestQuery Optional<UUID> eventId,
            @RestQuery Optional<UUID> contactId,
            @RestQuery Optional<AttemptOutcome> outcome,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, new NotificationFilter(alertId, eventId, contactId, outcome)),
                attempt -> new Cursor(attempt.at(), NotificationEntity.idOf(attempt)),
                Function.identity());
    }
}
