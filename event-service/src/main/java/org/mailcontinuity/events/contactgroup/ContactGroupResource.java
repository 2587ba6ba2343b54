package org.mailcontinuity.events.contactgroup;

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

/** Contact groups. */
@Path(ContactGroupResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact-groups", description = "Contacts that are told together")
@RunOnVirtualThread
final class ContactGroupResource {
    static final String PATH = "/api/v1/contact-groups";

    private final Revisions<ContactGroupEntity, ContactGroup, ContactGroupRequest> groups;
    private final ContactGroupRepository rows;
    private final MergePatchMapper patches;
    private final ActorMapper actor;

    ContactGroupResource(
            Revisions<ContactGroupEntity, ContactGroup, ContactGroupRequest> groups,
            ContactGroupRepository rows,
            MergePatchMapper patches,
            ActorMapper actor) {
        this.groups = groups;
        this.rows = rows;
        this.patches = patches;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List contact groups, newest first")
    public Page<ContactGroupView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<String> name,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, name),
                group -> new Cursor(group.createdAt(), group.id()),
                ContactGroupView::of);
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @Idempotent
    @Operation(summary = "Make a contact group")
    @APIResponseSchema(value = ContactGroupView.class, responseCode = "201")
    public Response create(@Valid @NotNull ContactGroupRequest request) {
        ContactGroup made = groups.create(request, actor.current());
        return RevisionMapper.made(PATH, made.id(), made.revision(), ContactGroupView.of(made));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "Show a contact group")
    @APIResponseSchema(ContactGroupView.class)
    public Response get(@RestPath UUID id) {
        return answer(rows.group(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("contact group", id.toString()))));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Replace a contact group")
    @APIResponseSchema(ContactGroupView.class)
    public Response replace(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ContactGroupRequest request) {
        return answer(groups.change(id, ifMatch, before -> request, actor.current()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatchMapper.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Change some of a contact group's fields")
    @APIResponseSchema(ContactGroupView.class)
    public Response patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(groups.change(
                id, ifMatch, before -> patches.apply(before, patch, ContactGroupRequest.class), actor.current()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Delete a contact group")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        groups.delete(id, ifMatch, actor.current());
    }

    private static Response answer(ContactGroup group) {
        return RevisionMapper.shown(group.revision(), ContactGroupView.of(group));
    }
}
