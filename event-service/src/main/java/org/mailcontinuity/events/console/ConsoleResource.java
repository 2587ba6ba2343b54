package org.mailcontinuity.events.console;

import static org.mailcontinuity.events.console.ConsoleMapper.answer;
import static org.mailcontinuity.events.console.ConsoleMapper.fromThisSite;
import static org.mailcontinuity.events.console.ConsoleMapper.leadTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * The overview and the way in. The cookie is no key to the API: it opens the console's pages only, is kept from scripts and from
 * requests that other sites cause, and dies with its token.
 */
@Path("/")
@PermitAll
@RunOnVirtualThread
final class ConsoleResource {
    private static final String COOKIE = ConsoleMapper.COOKIE;

    private final Sessions sessions;
    private final Outlooks outlooks;
    private final boolean secure;
    private final InstantSource clock;

    ConsoleResource(Sessions sessions, Outlooks outlooks, ConsoleConfig config, InstantSource clock) {
        this.sessions = sessions;
        this.outlooks = outlooks;
        this.secure = "https".equals(config.publicUrl().getScheme());
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response overview(@RestCookie(COOKIE) @DefaultValue("") String session) {
        Optional<OverviewPage> page = QuarkusTransaction.requiringNew()
                .call(() ->
                        sessions.holder(session).map(holder -> OverviewPages.of(outlooks.of(holder, clock.instant()))));
        return page.map(shown ->
                        answer(Response.ok(ConsoleTemplates.overview(shown).render())))
                .orElseGet(() -> leadTo("/sign-in"))
                .build();
    }

    @GET
    @Path("/sign-in")
    @Operation(hidden = true)
    public Response form() {
        return answer(Response.ok(ConsoleTemplates.signin(false).render())).build();
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(
            @RestForm @DefaultValue("") String token, @RestHeader("Sec-Fetch-Site") @DefaultValue("none") String site) {
        fromThisSite(site);
        Optional<String> secret = QuarkusTransaction.requiringNew().call(() -> sessions.signIn(token));
        return secret.map(value -> leadTo("/").cookie(cookie(value, sessions.life())))
                .orElseGet(() -> answer(Response.status(Response.Status.UNAUTHORIZED)
                        .entity(ConsoleTemplates.signin(true).render())))
                .build();
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response signOut(
            @RestCookie(COOKIE) @DefaultValue("") String session,
            @RestHeader("Sec-Fetch-Site") @DefaultValue("none") String site) {
        fromThisSite(site);
        QuarkusTransaction.requiringNew().run(() -> sessions.signOut(session));
        return leadTo("/sign-in").cookie(cookie("", Duration.ZERO)).build();
    }

    private NewCookie cookie(String value, Duration life) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
