package org.mailcontinuity.events.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.paging.Cursor;
import org.mailcontinuity.events.paging.Page;
import org.mailcontinuity.events.paging.PageRequest;

/** API tokens. Their secrets are shown once, so making one is not idempotent by key. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tokens", description = "API tokens: made, listed by prefix, revoked")
@RolesAllowed("admin")
@RunOnVirtualThread
final class TokenResource {
    private final Tokens tokens;
    private final TokenRepository rows;
    private final ActorMapper actor;

    TokenResource(Tokens tokens, TokenRepository rows, ActorMapper actor) {
        this.tokens = tokens;
        this.rows = rows;
        this.actor = actor;
    }

    @GET
    @Transactional
    @Operation(summary = "List tokens, newest first")
    public Page<TokenView> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(request, rows.list(request), token -> new Cursor(token.createdAt(), token.id()), TokenView::of);
    }

    @POST
    @Transactional
    @Operation(summary = "Make a token; its secret is in this answer and nowhere else")
    @APIResponseSchema(value = TokenView.class, responseCode = "201")
    public Response create(@Valid @NotNull TokenRequest request) {
        TokenView made = tokens.make(request, actor.current());
        return Response.created(URI.create("/api/v1/tokens/" + made.tokenId()))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Revoke a token at once")
    public void revoke(@RestPath UUID id) {
        tokens.revoke(id, actor.current());
    }
}
