package org.mailcontinuity.events.people;

import static org.mailcontinuity.events.console.ConsoleMapper.answer;
import static org.mailcontinuity.events.console.ConsoleMapper.fromThisSite;
import static org.mailcontinuity.events.console.ConsoleMapper.leadTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.mailcontinuity.events.access.Holder;
import org.mailcontinuity.events.access.Role;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.console.ConsoleMapper;
import org.mailcontinuity.events.console.Sessions;
import org.mailcontinuity.events.contact.ContactRequest;
import org.mailcontinuity.events.contact.Contacts;
import org.mailcontinuity.events.problem.ConstraintMapper;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.trial.TrialClient;
import org.mailcontinuity.events.trial.TrialView;

/** People, in the console. GET shows; what changes something is a POST of the page's own forms, by an administrator. */
@Path("/people")
@PermitAll
@RunOnVirtualThread
final class PeopleResource {
    private final Sessions sessions;
    private final PeopleRepository people;
    private final Contacts contacts;
    private final TrialClient trials;
    private final Validator validator;
    private final ActorMapper actor;
    private final InstantSource clock;

    PeopleResource(
            Sessions sessions,
            PeopleRepository people,
            Contacts contacts,
            TrialClient trials,
            Validator validator,
            ActorMapper actor,
            InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.contacts = contacts;
        this.trials = trials;
        this.validator = validator;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @RestCookie(ConsoleMapper.COOKIE) @DefaultValue("") String session,
            @RestQuery @DefaultValue("") String done) {
        return holder(session)
                .map(holder -> page(holder, 200, PeopleDeed.flash(done), PeoplePage.Draft.empty()))
                .orElseGet(() -> leadTo("/sign-in").build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(
            @RestCookie(ConsoleMapper.COOKIE) @DefaultValue("") String session,
            @RestHeader("Sec-Fetch-Site") @DefaultValue("none") String site,
            MultivaluedMap<String, String> fields) {
        PeoplePage.Draft draft = PersonForm.read(
                name -> Optional.ofNullable(fields.getFirst(name)).orElse(""));
        return done(session, site, draft, by -> {
            ContactRequest request = PersonForm.request(draft);
            check(request);
            QuarkusTransaction.requiringNew().call(() -> contacts.create(request, by));
            return PeopleDeed.ADDED;
        });
    }

    @POST
    @Path("/{id}/test")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response test(
            @RestCookie(ConsoleMapper.COOKIE) @DefaultValue("") String session,
            @RestHeader("Sec-Fetch-Site") @DefaultValue("none") String site,
            @RestPath UUID id) {
        return done(session, site, PeoplePage.Draft.empty(), by -> {
            TrialView view = trials.test(id, by);
            long worked =
                    view.results().stream().filter(TrialView.Result::worked).count();
            return worked == view.results().size()
                    ? PeopleDeed.TESTED
                    : worked > 0 ? PeopleDeed.PARTLY : PeopleDeed.NOT_REACHED;
        });
    }

    @POST
    @Path("/{id}/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response code(
            @RestCookie(ConsoleMapper.COOKIE) @DefaultValue("") String session,
            @RestHeader("Sec-Fetch-Site") @DefaultValue("none") String site,
            @RestPath UUID id,
            @RestForm UUID address) {
        return done(session, site, PeoplePage.Draft.empty(), by -> {
            trials.verify(id, address, by);
            return PeopleDeed.CODE_SENT;
        });
    }

    @POST
    @Path("/{id}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirm(
            @RestCookie(ConsoleMapper.COOKIE) @DefaultValue("") String session,
            @RestHeader("Sec-Fetch-Site") @DefaultValue("none") String site,
            @RestPath UUID id,
            @RestForm UUID address,
            @RestForm @DefaultValue("") String code) {
        return done(session, site, PeoplePage.Draft.empty(), by -> {
            trials.confirm(id, address, code.strip(), by);
            return PeopleDeed.VERIFIED;
        });
    }

    private Response done(String session, String site, PeoplePage.Draft draft, Work work) {
        fromThisSite(site);
        Optional<Holder> holder = holder(session);
        if (holder.isEmpty()) {
            return leadTo("/sign-in").build();
        }
        if (holder.get().role() != Role.ADMIN) {
            throw new RefusedException(new Refusal.Forbidden("Only an administrator changes or tries contacts."));
        }
        try {
            PeopleDeed deed = work.by(Actor.user(holder.get().name(), actor.address()));
            return leadTo("/people?done=" + deed.word()).build();
        } catch (RefusedException e) {
            return page(holder.get(), 409, Optional.of(PeopleDeed.refused(e.refusal())), draft);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return page(holder.get(), 503, Optional.of(PeopleDeed.stopping()), draft);
        }
    }

    private Optional<Holder> holder(String session) {
        return QuarkusTransaction.requiringNew().call(() -> sessions.holder(session));
    }

    private Response page(Holder holder, int status, Optional<PeoplePage.Flash> flash, PeoplePage.Draft draft) {
        PeoplePages.Register register = QuarkusTransaction.requiringNew().call(people::register);
        PeoplePage page = PeoplePages.of(holder, register, flash, draft, clock.instant());
        return answer(Response.status(status)
                        .entity(PeopleTemplates.people(page).render()))
                .build();
    }

    private void check(ContactRequest request) {
        Set<ConstraintViolation<ContactRequest>> broken = validator.validate(request);
        if (!broken.isEmpty()) {
            Violation first = ConstraintMapper.invalid(broken).violations().getFirst();
            throw new RefusedException(new Refusal.Invalid(List.of(first)));
        }
    }

    /** What an administrator asked for. */
    private interface Work {
        PeopleDeed by(Actor actor) throws InterruptedException;
    }
}
