package org.mailcontinuity.events.contact;

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
import java.util.List;
import java.util.Map;
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
import org.mailcontinuity.events.proof.Proof;
import org.mailcontinuity.events.proof.ProofRepository;
import org.mailcontinuity.events.revision.MergePatchMapper;
import org.mailcontinuity.events.revision.RevisionMapper;

/** Contacts. */
@Path(ContactResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "Who is told, and by which roads")
@RunOnVirtualThread
final class ContactResource {
    static final String PATH = "/api/v1/contacts";

    private final Contacts contacts;
    private final ContactRepository rows;
    private final ProofRepository proofs;
    private final MergePatchMapper patches;
    private final ActorMapper actor;

    ContactResource(
            Contacts contacts,
            ContactRepository rows,
            ProofRepository proofs,
            MergePatchMapper patches,
            ActorMapper actor) {
        this.contacts = contacts;
        this.rows = rows;
        this.proofs = proofs;
        this.patches = patches;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List contacts, newest first")
    public Page<ContactView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<String> name,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        List<StoredContact> found = rows.list(request, name);
        Map<UUID, List<Proof>> known = proofs.of(
                found.stream().map(stored -> stored.contact().contactId()).toList());
        return Page.of(
                request,
                found,
                stored -> new Cursor(stored.createdAt(), stored.contact().contactId()),
                stored -> ContactView.of(
                        stored, known.getOrDefault(stored.contact().contactId(), List.of())));
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @Idempotent
    @Operation(summary = "Make a contact")
    @APIResponseSchema(value = ContactView.class, responseCode = "201")
    public Response create(@Valid @NotNull ContactRequest request) {
        StoredContact made = contacts.create(request, actor.current());
        return RevisionMapper.made(
                PATH, made.contact().contactId(), made.contact().revision(), ContactView.of(made));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "Show a contact")
    @APIResponseSchema(ContactView.class)
    public Response get(@RestPath UUID id) {
        return answer(rows.stored(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("contact", id.toString()))));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Replace a contact")
    @APIResponseSchema(ContactView.class)
    public Response replace(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ContactRequest request) {
        return answer(contacts.change(id, ifMatch, before -> request, actor.current()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatchMapper.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Change some of a contact's fields")
    @APIResponseSchema(ContactView.class)
    public Response patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(contacts.change(
                id, ifMatch, before -> patches.apply(before, patch, ContactRequest.class), actor.current()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Delete a contact")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        contacts.delete(id, ifMatch, actor.current());
    }

    private Response answer(StoredContact stored) {
        UUID id = stored.contact().contactId();
        return RevisionMapper.shown(
                stored.contact().revision(),
                ContactView.of(stored, proofs.of(List.of(id)).getOrDefault(id, List.of())));
    }
}
