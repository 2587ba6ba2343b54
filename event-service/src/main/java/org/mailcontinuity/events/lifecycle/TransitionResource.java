package org.mailcontinuity.events.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.idempotency.Idempotent;

/** Moves an event through its life. What the state does not allow is a 409 that names the state. */
@Path("/api/v1/events/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
@RolesAllowed("operator")
@RunOnVirtualThread
@Transactional
class TransitionResource {
    private final EventLifecycle lifecycle;
    private final ActorMapper actor;

    TransitionResource(EventLifecycle lifecycle, ActorMapper actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @POST
    @Path("/start")
    @Idempotent
    @Operation(summary = "Start a scheduled event now; its end stays as planned")
    @APIResponseSchema(EventView.class)
    public Response start(@RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return moved(id, new Command.Start(Initiator.USER), ifMatch);
    }

    @POST
    @Path("/extend")
    @Idempotent
    @Operation(summary = "Let an active event last longer; adds to what is left")
    @APIResponseSchema(EventView.class)
    public Response extend(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ExtendRequest request) {
        return moved(id, new Command.Extend(request.by()), ifMatch);
    }

    @POST
    @Path("/end")
    @Idempotent
    @Operation(summary = "End an active event now")
    @APIResponseSchema(EventView.class)
    public Response end(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable ReasonRequest request) {
        return moved(id, new Command.End(reason(request)), ifMatch);
    }

    @POST
    @Path("/cancel")
    @Idempotent
    @Operation(summary = "Cancel a scheduled event")
    @APIResponseSchema(EventView.class)
    public Response cancel(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable ReasonRequest request) {
        return moved(id, new Command.Cancel(reason(request)), ifMatch);
    }

    private Response moved(UUID id, Command command, @Nullable String ifMatch) {
        return EventResource.shown(lifecycle.change(id, command, actor.current(), ifMatch));
    }

    private static Optional<String> reason(@Nullable ReasonRequest request) {
        return request == null ? Optional.empty() : request.reason();
    }
}
