package org.mailcontinuity.events.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.idempotency.Idempotent;
import org.mailcontinuity.events.paging.Cursor;
import org.mailcontinuity.events.paging.Page;
import org.mailcontinuity.events.paging.PageRequest;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.MergePatchMapper;
import org.mailcontinuity.events.revision.RevisionMapper;
import org.mailcontinuity.events.revision.Revisions;

/** Monitors. */
@Path(MonitorResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "monitors", description = "What is watched, and how")
@RunOnVirtualThread
final class MonitorResource {
    static final String PATH = "/api/v1/monitors";

    private final Revisions<MonitorEntity, Monitor, MonitorRequest> monitors;
    private final MonitorRepository rows;
    private final MergePatchMapper patches;
    private final ActorMapper actor;

    MonitorResource(
            Revisions<MonitorEntity, Monitor, MonitorRequest> monitors,
            MonitorRepository rows,
            MergePatchMapper patches,
            ActorMapper actor) {
        this.monitors = monitors;
        this.rows = rows;
        this.patches = patches;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List monitors, newest first")
    public Page<MonitorView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<String> domain,
            @RestQuery Optional<String> name,
            @RestQuery Optional<Boolean> enabled,
            @RestQuery Optional<UUID> policyId,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, new MonitorFilter(domain, name, enabled, policyId)),
                monitor -> new Cursor(monitor.createdAt(), monitor.definition().monitorId()),
                MonitorView::of);
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @Idempotent
    @Operation(summary = "Make a monitor; probes begin within a second")
    @APIResponseSchema(value = MonitorView.class, responseCode = "201")
    public Response create(@Valid @NotNull MonitorRequest request) {
        Monitor made = monitors.create(request, actor.current());
        return RevisionMapper.made(
                PATH, made.definition().monitorId(), made.definition().revision(), MonitorView.of(made));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "Show a monitor")
    @APIResponseSchema(MonitorView.class)
    public Response get(@RestPath UUID id) {
        return answer(rows.monitor(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("monitor", id.toString()))));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Replace a monitor's definition")
    @APIResponseSchema(MonitorView.class)
    public Response replace(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MonitorRequest request) {
        return answer(monitors.change(id, ifMatch, before -> request, actor.current()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatchMapper.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Change some of a monitor's fields")
    @APIResponseSchema(MonitorView.class)
    public Response patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(monitors.change(
                id, ifMatch, before -> patches.apply(before, patch, MonitorRequest.class), actor.current()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Delete a monitor; its open disruptions are cleared")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        monitors.delete(id, ifMatch, actor.current());
    }

    private static Response answer(Monitor monitor) {
        return RevisionMapper.shown(monitor.definition().revision(), MonitorView.of(monitor));
    }
}
