package org.mailcontinuity.events.trial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Tries a contact's addresses. */
@Path("/api/v1/contacts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
@RolesAllowed("admin")
@RunOnVirtualThread
class TrialResource {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Trials trials;
    private final NotifierClient notifier;
    private final ActorMapper actor;

    TrialResource(Trials trials, NotifierClient notifier, ActorMapper actor) {
        this.trials = trials;
        this.notifier = notifier;
        this.actor = actor;
    }

    @POST
    @Path("/test")
    @Operation(
            summary = "Send a test over each address, now",
            description = "Answers with what came of each. What worked is shown with the contact from then on.")
    public TrialView test(@RestPath UUID id) throws InterruptedException {
        Actor by = actor.current();
        return tried(QuarkusTransaction.requiringNew().call(() -> trials.test(id, by)));
    }

    @POST
    @Path("/verifications")
    @ResponseStatus(201)
    @Operation(
            summary = "Send a code to one address, for the person to prove that it is theirs",
            description = "Six digits, good for 15 minutes and five attempts; a new one puts an end to the last.")
    public VerificationView verify(@RestPath UUID id, @Valid @NotNull VerificationRequest request)
            throws InterruptedException {
        Actor by = actor.current();
        UUID address = request.addressId();
        TrialRequest code = QuarkusTransaction.requiringNew().call(() -> trials.code(id, address, by));
        boolean sent = false;
        try {
            TrialView.Result result = tried(code).results().getFirst();
            if (!result.worked()) {
                throw new RefusedException(new Refusal.Conflict(
                        "CODE_NOT_SENT",
                        "The code could not be sent: " + result.reply().orElse("no reason given")));
            }
            sent = true;
        } finally {
            if (!sent) {
                QuarkusTransaction.requiringNew().run(() -> trials.withdraw(id, address));
            }
        }
        return QuarkusTransaction.requiringNew().call(() -> trials.shown(id, address));
    }

    @POST
    @Path("/verifications/confirm")
    @Operation(summary = "Give the code that the person read; the address is verified from then on")
    public void confirm(@RestPath UUID id, @Valid @NotNull ConfirmRequest request) {
        Actor by = actor.current();
        QuarkusTransaction.requiringNew()
                .call(() -> trials.confirm(id, request.addressId(), request.code(), by))
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
    }

    private TrialView tried(TrialRequest request) throws InterruptedException {
        return switch (notifier.attempt(request)) {
            case NotifierAnswer.Tried tried -> {
                QuarkusTransaction.requiringNew().run(() -> trials.prove(tried.view()));
                yield tried.view();
            }
            case NotifierAnswer.Away away -> throw new RefusedException(new Refusal.Unavailable(away.why(), LATER));
        };
    }
}
