package org.mailcontinuity.events.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.paging.Cursor;
import org.mailcontinuity.events.paging.Page;
import org.mailcontinuity.events.paging.PageRequest;

/** Lists the changes. */
@Path("/api/v1/audit")
@Tag(name = "audit", description = "What was changed, by whom, and from where")
@RunOnVirtualThread
final class AuditResource {
    private final AuditRepository audit;

    AuditResource(AuditRepository audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "List changes, newest first")
    public Page<AuditView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String resourceKind,
            @RestQuery @Nullable String resourceId,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                audit.list(request, Optional.ofNullable(resourceKind), Optional.ofNullable(resourceId)),
                entry -> new Cursor(entry.at(), entry.id()),
                AuditView::of);
    }
}
