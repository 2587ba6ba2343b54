package org.mailcontinuity.events.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.events.paging.Cursor;
import org.mailcontinuity.events.paging.Page;
import org.mailcontinuity.events.paging.PageRequest;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.EntityTags;

/** Alerts, as they were last published. What is done about one is done to its disruption. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts", description = "What wants somebody's attention")
@RolesAllowed("viewer")
@RunOnVirtualThread
final class AlertResource {
    private final AlertRepository rows;

    AlertResource(AlertRepository rows) {
        this.rows = rows;
    }

    @GET
    @Transactional
    @Operation(summary = "List alerts, newest first")
    public Page<AlertChanged> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<AlertState> state,
            @RestQuery Optional<UUID> monitorId,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, state, monitorId),
                alert -> new Cursor(alert.since(), alert.alertId()),
                Function.identity());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show an alert")
    @APIResponseSchema(AlertChanged.class)
    public Response get(@RestPath UUID id) {
        AlertChanged alert =
                rows.message(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound("alert", id.toString())));
        return Response.ok(alert)
                .header(HttpHeaders.ETAG, EntityTags.of(alert.revision()))
                .build();
    }
}
