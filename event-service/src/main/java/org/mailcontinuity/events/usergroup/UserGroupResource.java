package org.mailcontinuity.events.usergroup;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** User groups. */
@Path(UserGroupResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "user-groups", description = "Whom a continuity event covers")
@RunOnVirtualThread
final class UserGroupResource {
    static final String PATH = "/api/v1/user-groups";

    private final Revisions<UserGroupEntity, Membership, UserGroupRequest> revisions;
    private final UserGroups groups;
    private final UserGroupRepository rows;
    private final MergePatchMapper patches;
    private final ActorMapper actor;

    UserGroupResource(
            Revisions<UserGroupEntity, Membership, UserGroupRequest> revisions,
            UserGroups groups,
            UserGroupRepository rows,
            MergePatchMapper patches,
            ActorMapper actor) {
        this.revisions = revisions;
        this.groups = groups;
        this.rows = rows;
        this.patches = patches;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List user groups, newest first")
    public Page<UserGroupView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<String> name,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, name),
                group -> new Cursor(group.createdAt(), group.id()),
                UserGroupView::of);
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @Idempotent
    @Operation(summary = "Make a user group")
    @APIResponseSchema(value = UserGroupView.class, responseCode = "201")
    public Response create(@Valid @NotNull UserGroupRequest request) {
        UserGroup made = revisions.create(request, actor.current()).group();
        return RevisionMapper.made(PATH, made.id(), made.revision(), UserGroupView.of(made));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "Show a user group")
    @APIResponseSchema(UserGroupView.class)
    public Response get(@RestPath UUID id) {
        return answer(rows.group(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("user group", id.toString()))));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Replace a user group")
    @APIResponseSchema(UserGroupView.class)
    public Response replace(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull UserGroupRequest request) {
        return answer(revisions
                .change(id, ifMatch, before -> request, actor.current())
                .group());
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatchMapper.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Change some of a user group's fields")
    @APIResponseSchema(UserGroupView.class)
    public Response patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(revisions
                .change(id, ifMatch, before -> patches.apply(before, patch, UserGroupRequest.class), actor.current())
                .group());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Delete a user group")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        revisions.delete(id, ifMatch, actor.current());
    }

    @GET
    @Path("/{id}/members")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List a group's members in alphabetical order")
    public MembersView members(
            @RestPath UUID id, @RestQuery @DefaultValue("200") int limit, @RestQuery @DefaultValue("") String after) {
        if (limit < 1 || limit > PageRequest.MOST) {
            throw new RefusedException(Refusal.Invalid.of("limit", "RANGE", "must be from 1 to " + PageRequest.MOST));
        }
        UserGroup group = rows.group(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("user group", id.toString())));
        List<Member> found = rows.members(id, after, limit + 1);
        boolean more = found.size() > limit;
        List<Member> shown = more ? found.subList(0, limit) : found;
        String next = "/api/v1/user-groups/%s/members?limit=%d&after=%s"
                .formatted(id, limit, URLEncoder.encode(more ? shown.getLast().address() : "", StandardCharsets.UTF_8));
        return new MembersView(
                group.memberCount(),
                shown.stream().map(MemberView::of).toList(),
                more ? Optional.of(next) : Optional.empty());
    }

    @POST
    @Path("/{id}/import")
    @Consumes("text/csv")
    @RolesAllowed("admin")
    @Transactional
    @Operation(
            summary = "Take members from a CSV file",
            description = "Adds them, or replaces all members with replace=true; with dryRun=true it only says what it"
                    + " would do. A heading names the columns: email, name, phone, other email, language.")
    public ImportView load(
            @RestPath UUID id,
            @RestQuery @DefaultValue("false") boolean replace,
            @RestQuery @DefaultValue("false") boolean dryRun,
            @NotNull String csv) {
        return groups.load(id, MemberCsv.parse(csv), replace, dryRun, actor.current());
    }

    private static Response answer(UserGroup group) {
        return RevisionMapper.shown(group.revision(), UserGroupView.of(group));
    }
}
