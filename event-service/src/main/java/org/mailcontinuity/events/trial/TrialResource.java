package org.mailcontinuity.events.trial;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.mailcontinuity.events.audit.ActorMapper;

/** Tries a contact's addresses. */
@Path("/api/v1/contacts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
@RolesAllowed("admin")
@RunOnVirtualThread
class TrialResource {
    private final TrialClient trials;
    private final ActorMapper actor;

    TrialResource(TrialClient trials, ActorMapper actor) {
        this.trials = trials;
        this.actor = actor;
    }

    @POST
    @Path("/test")
    @Operation(
            summary = "Send a test over each address, now",
            description = "Answers with what came of each. What worked is shown with the contact from then on.")
    public TrialView test(@RestPath UUID id) throws InterruptedException {
        return trials.test(id, actor.current());
    }

    @POST
    @Path("/verifications")
    @ResponseStatus(201)
    @Operation(
            summary = "Send a code to one address, for the person to prove that it is theirs",
            description = "Six digits, good for 15 minutes and five attempts; a new one puts an end to the last.")
    public VerificationView verify(@RestPath UUID id, @Valid @NotNull VerificationRequest request)
            throws InterruptedException {
        return trials.verify(id, request.addressId(), actor.current());
    }

    @POST
    @Path("/verifications/confirm")
    @Operation(summary = "Give the code that the person read; the address is verified from then on")
    public void confirm(@RestPath UUID id, @Valid @NotNull ConfirmRequest request) {
        trials.confirm(id, request.addressId(), request.code(), actor.current());
    }
}
