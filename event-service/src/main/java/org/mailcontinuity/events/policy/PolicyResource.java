package org.mailcontinuity.events.policy;

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

/** Notification policies. */
@Path(PolicyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notification-policies", description = "Who is told of an alert, when, and how often")
@RunOnVirtualThread
final class PolicyResource {
    static final String PATH = "/api/v1/notification-policies";

    private final Revisions<PolicyEntity, Policy, PolicyRequest> policies;
    private final PolicyRepository rows;
    private final MergePatchMapper patches;
    private final ActorMapper actor;

    PolicyResource(
            Revisions<PolicyEntity, Policy, PolicyRequest> policies,
            PolicyRepository rows,
            MergePatchMapper patches,
            ActorMapper actor) {
        this.policies = policies;
        this.rows = rows;
        this.patches = patches;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List notification policies, newest first")
    public Page<PolicyView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<String> name,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, name),
                policy -> new Cursor(policy.createdAt(), policy.id()),
                PolicyView::of);
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @Idempotent
    @Operation(summary = "Make a notification policy")
    @APIResponseSchema(value = PolicyView.class, responseCode = "201")
    public Response create(@Valid @NotNull PolicyRequest request) {
        Policy made = policies.create(request, actor.current());
        return RevisionMapper.made(PATH, made.id(), made.revision(), PolicyView.of(made));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "Show a notification policy")
    @APIResponseSchema(PolicyView.class)
    public Response get(@RestPath UUID id) {
        return answer(rows.policy(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("notification policy", id.toString()))));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Replace a notification policy")
    @APIResponseSchema(PolicyView.class)
    public Response replace(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PolicyRequest request) {
        return answer(policies.change(id, ifMatch, before -> request, actor.current()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatchMapper.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Change some of a notification policy's fields")
    @APIResponseSchema(PolicyView.class)
    public Response patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(policies.change(
                id, ifMatch, before -> patches.apply(before, patch, PolicyRequest.class), actor.current()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Delete a notification policy")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        policies.delete(id, ifMatch, actor.current());
    }

    private static Response answer(Policy policy) {
        return RevisionMapper.shown(policy.revision(), PolicyView.of(policy));
    }
}
