package org.mailcontinuity.events.mode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.address.EmailAddress;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.EntityTags;

/**
 * Answers whether an address is in continuity mode. A client that sends back the ETag as If-None-Match and a wait learns
 * of a change at once: the answer comes when it differs, or as 304 when the wait is over.
 */
@Path("/api/v1/mode")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mode", description = "Which scopes and addresses are in continuity mode, until when")
@RolesAllowed("viewer")
@RunOnVirtualThread
class ModeResource {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final ModeRepository modes;
    private final ModeOfAddress addresses;
    private final ModeWatch watch;

    ModeResource(ModeRepository modes, ModeOfAddress addresses, ModeWatch watch) {
        this.modes = modes;
        this.addresses = addresses;
        this.watch = watch;
    }

    @GET
    @Operation(summary = "The scopes in continuity mode")
    @APIResponseSchema(ModesView.class)
    @APIResponse(responseCode = "304", description = "Nothing changed within the wait")
    public Response all(
            @HeaderParam("If-None-Match") @Nullable String known, @RestQuery("wait") @Nullable String wait) {
        Tagged<ModesView> answer = answer(
                () -> {
                    List<Mode> on = modes.on();
                    return new Tagged<>(
                            AddressMode.tag(List.of(), on),
                            new ModesView(on.stream().map(ModeView::of).toList()));
                },
                known,
                wait);
        return answer.response(known);
    }

    @GET
    @Path("/{address}")
    @Operation(summary = "Whether an address is in continuity mode, until when")
    @APIResponseSchema(ModeView.class)
    @APIResponse(responseCode = "304", description = "Nothing changed within the wait")
    public Response of(
            @RestPath String address,
            @HeaderParam("If-None-Match") @Nullable String known,
            @RestQuery("wait") @Nullable String wait) {
        EmailAddress asked = EmailAddress.parse(address)
                .orElseThrow(() ->
                        new RefusedException(Refusal.Invalid.of("address", "ADDRESS", "must be an email address")));
        Tagged<ModeView> answer = answer(
                () -> {
                    AddressMode mode = addresses.of(asked);
                    return new Tagged<>(mode.tag(), ModeView.of(mode));
                },
                known,
                wait);
        return answer.response(known);
    }

    private <T> Tagged<T> answer(Supplier<Tagged<T>> read, @Nullable String known, @Nullable String wait) {
        return watch.await(
                () -> QuarkusTransaction.requiringNew().call(read::get),
                answer -> EntityTags.noneMatch(known, answer.tag()),
                duration(wait));
    }

    private static Duration duration(@Nullable String wait) {
        try {
            Duration duration = wait == null ? Duration.ZERO : Duration.parse(wait);
            if (!duration.isNegative() && duration.compareTo(LONGEST_WAIT) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Refused below, as every other value that is no wait.
        }
        throw new RefusedException(
                Refusal.Invalid.of("wait", "RANGE", "must be an ISO 8601 duration up to PT60S, such as PT30S"));
    }

    /** The scopes in continuity mode. */
    record ModesView(List<ModeView> items) {}

    private record Tagged<T>(String tag, T view) {
        Response response(@Nullable String known) {
            return EntityTags.noneMatch(known, tag)
                    ? Response.ok(view).header("ETag", tag).build()
                    : Response.notModified().header("ETag", tag).build();
        }
    }
}
