package org.mailcontinuity.events.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * The page behind an alert's link. GET shows and changes nothing, for mail scanners open links; every action is a POST
 * that leads back to the page. The token stands in no log: failures are logged here, under its hash.
 */
@Path("/portal/{token}")
@PermitAll
@RunOnVirtualThread
final class PortalResource {
    private static final Logger LOG = Logger.getLogger(PortalResource.class);
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final Door door;
    private final Gate gate;
    private final Scenes scenes;
    private final Deeds deeds;
    private final PortalRepository forms;
    private final ActorMapper actor;
    private final InstantSource clock;

    PortalResource(
            Door door,
            Gate gate,
            Scenes scenes,
            Deeds deeds,
            PortalRepository forms,
            ActorMapper actor,
            InstantSource clock) {
        this.door = door;
        this.gate = gate;
        this.scenes = scenes;
        this.deeds = deeds;
        this.forms = forms;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@RestPath String token, @RestQuery @DefaultValue("") String done) {
        return guarded(token, () -> QuarkusTransaction.requiringNew().call(() -> page(token, Outcome.ofWord(done))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@RestPath String token, MultivaluedMap<String, String> fields) {
        Form sent = Form.read(name -> Optional.ofNullable(fields.getFirst(name)).orElse(""));
        return guarded(token, () -> handled(token, sent));
    }

    /** Nothing that fails leaves this resource: what is logged elsewhere would name the address, and so the token. */
    private Response guarded(String token, Supplier<Response> work) {
        Optional<Duration> wait = gate.wait(token, actor.address());
        if (wait.isPresent()) {
            return answer(closed(ClosedPage.TOO_MANY))
                    .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.get().toSeconds()))
                    .build();
        }
        try {
            return work.get();
        } catch (RuntimeException e) {
            LOG.errorf(e, "portal request failed link=%s", FormToken.hashOf(token));
            return answer(closed(ClosedPage.BROKEN)).build();
        }
    }

    private Response handled(String token, Form sent) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> perform(token, sent));
        } catch (RefusedException e) {
            return leadBack(Outcome.NOT_POSSIBLE);
        }
    }

    private Response perform(String token, Form sent) {
        Instant now = clock.instant();
        return switch (door.open(token, now)) {
            case Opening.Shut shut -> answer(closed(shut.page())).build();
            case Opening.Open open -> {
                Optional<FormToken> form = FormToken.verify(token, sent.form());
                yield form.isEmpty()
                        ? answer(closed(ClosedPage.STALE_FORM)).build()
                        : leadBack(outcome(sent, form.get(), open, now));
            }
        };
    }

    private Outcome outcome(Form sent, FormToken form, Opening.Open open, Instant now) {
        Optional<Action> action = Action.read(sent);
        if (action.isEmpty()) {
            return Outcome.NOT_UNDERSTOOD;
        }
        boolean first = forms.firstTime(
                form, sent.action(), open.contact().contactId(), open.alert().alertId(), now);
        Actor contact = Actor.contact(open.contact().name(), actor.address());
        return first ? deeds.perform(action.get(), open, contact, now) : Outcome.REPEATED;
    }

    private Response page(String token, Optional<Outcome> outcome) {
        Instant now = clock.instant();
        return switch (door.open(token, now)) {
            case Opening.Shut shut -> answer(closed(shut.page())).build();
            case Opening.Open open ->
                scenes.of(open, now)
                        .map(scene -> AlertPages.of(scene, forms.token(token), outcome))
                        .map(page ->
                                answer(Response.ok(PortalTemplates.alert(page).render())))
                        .orElseGet(() -> answer(closed(ClosedPage.WITHDRAWN)))
                        .build();
        };
    }

    private static Response leadBack(Outcome outcome) {
        return answer(Response.status(Response.Status.SEE_OTHER))
                .header(HttpHeaders.LOCATION, "?done=" + outcome.word())
                .build();
    }

    private static Response.ResponseBuilder closed(ClosedPage page) {
        return Response.status(page.status())
                .entity(PortalTemplates.closed(page).render());
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder response) {
        return response.type(HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
