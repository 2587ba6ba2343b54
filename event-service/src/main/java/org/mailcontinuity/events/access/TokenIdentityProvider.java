package org.mailcontinuity.events.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives the holder of a valid API token the roles of that token. */
@Singleton
final class TokenIdentityProvider implements IdentityProvider<TokenMechanism.Request> {
    private final Tokens tokens;

    TokenIdentityProvider(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenMechanism.Request> getRequestType() {
        return TokenMechanism.Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenMechanism.Request request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.secret()));
    }

    private SecurityIdentity identity(String secret) {
        Optional<ApiToken> token = QuarkusTransaction.requiringNew().call(() -> tokens.accept(secret));
        return token.map(TokenIdentityProvider::identity)
                .orElseThrow(() -> new AuthenticationFailedException("token unknown, expired or revoked"));
    }

    private static SecurityIdentity identity(ApiToken token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(token.name() + " (" + token.prefix() + ")"))
                .addRoles(token.role().names())
                .addAttribute("token", token.id())
                .build();
    }
}
