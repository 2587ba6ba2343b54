package org.mailcontinuity.events.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
import org.mailcontinuity.events.revision.EntityTags;
import org.mailcontinuity.events.revision.MergePatchMapper;

/** Continuity events: planned, read, and planned anew while scheduled. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events", description = "Continuity events: plan, start, extend, end, cancel, copy")
@RunOnVirtualThread
@Transactional
class EventResource {
    private final EventLifecycle lifecycle;
    private final EventRepository events;
    private final Stakeholders stakeholders;
    private final ActorMapper actor;
    private final MergePatchMapper patches;
    private final InstantSource clock;

    EventResource(
            EventLifecycle lifecycle,
            EventRepository events,
            Stakeholders stakeholders,
            ActorMapper actor,
            MergePatchMapper patches,
            InstantSource clock) {
        this.lifecycle = lifecycle;
        this.events = events;
        this.stakeholders = stakeholders;
        this.actor = actor;
        this.patches = patches;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "List events, newest first", description = "state: SCHEDULED, ACTIVE, ENDED or CANCELLED")
    public Page<EventView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable UUID alertId,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                events.list(request, Optional.ofNullable(state), Optional.ofNullable(alertId)),
                event -> new Cursor(event.createdAt(), event.id()),
                EventView::of);
    }

    @POST
    @RolesAllowed("operator")
    @Idempotent
    @Operation(
            summary = "Plan an event, or start one now",
            description =
                    "Without from it starts at once. If an open event answers the alert already, that one is shown.")
    @APIResponseSchema(value = EventView.class, responseCode = "201")
    public Response create(@Valid @NotNull EventRequest request) {
        return made(lifecycle.create(sound(request), request.span(clock.instant()), Initiator.USER, actor.current()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "Get an event; its ETag is what If-Match wants")
    @APIResponseSchema(EventView.class)
    public Response get(@RestPath UUID id) {
        return shown(found(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatchMapper.MEDIA_TYPE)
    @RolesAllowed("operator")
    @Operation(summary = "Change an event while it is scheduled (JSON Merge Patch, with If-Match)")
    @APIResponseSchema(EventView.class)
    public Response patch(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        ContinuityEvent event = lifecycle.locked(id);
        EntityTags.require(ifMatch, event.revision());
        EventRequest current = EventRequest.of(event).fitting(patch.has("duration"));
        EventRequest wanted = patches.apply(current, patch, EventRequest.class);
        return shown(lifecycle.replan(event, sound(wanted), wanted.span(clock.instant()), actor.current()));
    }

    @POST
    @Path("/{id}/clone")
    @RolesAllowed("operator")
    @Idempotent
    @Operation(summary = "Plan a copy of an event at another time")
    @APIResponseSchema(value = EventView.class, responseCode = "201")
    public Response copy(@RestPath UUID id, @Valid @NotNull CloneRequest request) {
        EventRequest copy = request.of(found(id));
        return made(lifecycle.create(sound(copy), copy.span(clock.instant()), Initiator.USER, actor.current()));
    }

    @GET
    @Path("/{id}/timeline")
    @RolesAllowed("viewer")
    @Operation(summary = "What happened to an event, oldest first")
    public List<TransitionView> timeline(@RestPath UUID id) {
        return events.timeline(found(id).id());
    }

    private EventPlan sound(EventRequest request) {
        EventPlan plan = request.plan();
        stakeholders.requireKnown(plan.notices());
        return plan;
    }

    private ContinuityEvent found(UUID id) {
        return events.get(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound("event", id.toString())));
    }

    private static Response made(AlertAnswer answer) {
        ContinuityEvent event = answer.event();
        return Response.status(answer.startedNow() ? 201 : 200)
                .location(URI.create("/api/v1/events/" + event.id()))
                .header("ETag", EntityTags.of(event.revision()))
                .entity(EventView.of(event))
                .build();
    }

    static Response shown(ContinuityEvent event) {
        return Response.ok(EventView.of(event))
                .header("ETag", EntityTags.of(event.revision()))
                .build();
    }
}
