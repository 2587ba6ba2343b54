package org.mailcontinuity.notifier.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses every request that no service's token comes with. */
final class AccessFilter {
    private static final String BEARER = "Bearer ";

    private final ServiceTokens tokens;

    AccessFilter(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @ServerRequestFilter
    Optional<Response> check(HttpHeaders headers) {
        @Nullable String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null
                && authorization.startsWith(BEARER)
                && tokens.proves(authorization.substring(BEARER.length()))) {
            return Optional.empty();
        }
        Map<String, Object> problem =
                Map.of("type", "/problems/unauthenticated", "title", "A service's token is required", "status", 401);
        return Optional.of(Response.status(Response.Status.UNAUTHORIZED)
                .type("application/problem+json")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .entity(problem)
                .build());
    }
}
