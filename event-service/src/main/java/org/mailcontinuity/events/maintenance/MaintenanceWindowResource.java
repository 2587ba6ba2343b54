package org.mailcontinuity.events.maintenance;

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
import java.time.InstantSource;
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

/** Maintenance windows. */
@Path(MaintenanceWindowResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "maintenance-windows", description = "When monitors are measured but nothing is raised")
@RunOnVirtualThread
final class MaintenanceWindowResource {
    static final String PATH = "/api/v1/maintenance-windows";

    private final Revisions<WindowEntity, StoredWindow, MaintenanceWindowRequest> windows;
    private final WindowRepository rows;
    private final MergePatchMapper patches;
    private final ActorMapper actor;
    private final InstantSource clock;

    MaintenanceWindowResource(
            Revisions<WindowEntity, StoredWindow, MaintenanceWindowRequest> windows,
            WindowRepository rows,
            MergePatchMapper patches,
            ActorMapper actor,
            InstantSource clock) {
        this.windows = windows;
        this.rows = rows;
        this.patches = patches;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List maintenance windows, newest first")
    public Page<MaintenanceWindowView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<String> name,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, name),
                stored -> new Cursor(
                        stored.identity().createdAt(), stored.identity().id()),
                this::view);
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @Idempotent
    @Operation(summary = "Make a maintenance window")
    @APIResponseSchema(value = MaintenanceWindowView.class, responseCode = "201")
    public Response create(@Valid @NotNull MaintenanceWindowRequest request) {
        StoredWindow made = windows.create(request, actor.current());
        return RevisionMapper.made(PATH, made.identity().id(), made.identity().revision(), view(made));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "Show a maintenance window")
    @APIResponseSchema(MaintenanceWindowView.class)
    public Response get(@RestPath UUID id) {
        return answer(rows.window(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("maintenance window", id.toString()))));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Replace a maintenance window")
    @APIResponseSchema(MaintenanceWindowView.class)
    public Response replace(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MaintenanceWindowRequest request) {
        return answer(windows.change(id, ifMatch, before -> request, actor.current()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatchMapper.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Change some of a maintenance window's fields")
    @APIResponseSchema(MaintenanceWindowView.class)
    public Response patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(windows.change(
                id, ifMatch, before -> patches.apply(before, patch, MaintenanceWindowRequest.class), actor.current()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Delete a maintenance window")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        windows.delete(id, ifMatch, actor.current());
    }

    private Response answer(StoredWindow stored) {
        return RevisionMapper.shown(stored.identity().revision(), view(stored));
    }

    private MaintenanceWindowView view(StoredWindow stored) {
        return MaintenanceWindowView.of(stored, clock.instant());
    }
}
