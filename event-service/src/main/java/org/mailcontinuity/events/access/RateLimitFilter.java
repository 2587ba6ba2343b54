package org.mailcontinuity.events.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Holds every caller, known by token or else by address, to the rate limit. Made before the configuration is read. */
@Singleton
final class RateLimitFilter {
    private final Provider<RateLimit> limit;
    private final SecurityIdentity identity;
    private final ActorMapper actor;

    RateLimitFilter(Provider<RateLimit> limit, SecurityIdentity identity, ActorMapper actor) {
        this.limit = limit;
        this.identity = identity;
        this.actor = actor;
    }

    @ServerRequestFilter
    void limit(ContainerRequestContext request) {
        String caller = identity.isAnonymous()
                ? "address " + actor.address()
                : "token " + identity.getPrincipal().getName();
        limit.get().take(caller).ifPresent(wait -> {
            throw new RefusedException(new Refusal.TooMany(wait));
        });
    }
}
