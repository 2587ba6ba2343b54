package org.mailcontinuity.events.audit;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** The actor of the present request. */
@Singleton
public class ActorMapper {
    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    ActorMapper(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** The caller of the API, as the token names them. */
    public Actor current() {
        return Actor.user(identity.getPrincipal().getName(), address());
    }

    /** The network address of the present request; behind a trusted proxy the address it forwards. */
    public String address() {
        RoutingContext context = request.getCurrent();
        if (context == null) {
            return "local";
        }
        SocketAddress remote = context.request().remoteAddress();
        return remote == null ? "unknown" : String.valueOf(remote.hostAddress());
    }
}
