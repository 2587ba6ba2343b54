package org.mailcontinuity.events.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.peer.PeerStream;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Tries settings on recorded samples. */
@Path("/api/v1/monitors/preview")
@Tag(name = "monitors")
@RunOnVirtualThread
final class PreviewResource {
    static final String LINES = "application/x-ndjson";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final MonitorRepository monitors;
    private final DetectorClient detector;
    private final TurnRepository turns;
    private final ActorMapper actor;
    private final ObjectMapper json;
    private final InstantSource clock;

    PreviewResource(
            MonitorRepository monitors,
            DetectorClient detector,
            TurnRepository turns,
            ActorMapper actor,
            ObjectMapper json,
            InstantSource clock) {
        this.monitors = monitors;
        this.detector = detector;
        this.turns = turns;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("viewer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({LINES, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Tell what other detection settings would have raised",
            description =
                    "Judges the monitor's recorded samples, at most 7 days of them, by the settings given and, to compare,"
                            + " by those in force. Nothing is changed and nobody is told. The answer is one JSON object a"
                            + " line, written while the samples are read: progress (share of all, samples so far), finding"
                            + " (as replay prints it, with settings PROPOSED or PRESENT), and at last summary: for each of"
                            + " both the number of alerts and the disruptions (openedAt, detectedAt, clearedAt, severity,"
                            + " cause; the first 500), and a sentence. complete is false where the time limit of a minute"
                            + " ended it. A line of type failure says that it could not be read to the end. Closing the"
                            + " connection ends it. Each caller may have one under way.")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON",
            content = @Content(mediaType = LINES, examples = @ExampleObject(name = "lines", value = """
                            {"type":"progress","share":0.41,"samples":24610,"at":"2026-11-20T10:12:31.004Z"}
                            {"type":"finding","settings":"PRESENT","at":"2026-11-21T03:14:01.100Z","monitorId":"019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01","direction":"INBOUND","finding":"OPENED","severity":"DOWN","cause":{"stage":"CONNECT","fault":"CONNECT_REFUSED","causeKey":"mx1.example.org","sentence":"mx1.example.org refuses connections","confidence":1.0}}
                            {"type":"summary","sentence":"With these settings these 7 days would have raised no alert; the present settings 1.","from":"2026-11-17T12:00:00.000Z","until":"2026-11-24T12:00:00.000Z","complete":true,"samples":60480,"proposed":{"alerts":0,"disruptions":[]},"present":{"alerts":1,"disruptions":[{"direction":"INBOUND","severity":"DOWN","openedAt":"2026-11-21T03:12:00.100Z","detectedAt":"2026-11-21T03:14:01.100Z","clearedAt":"2026-11-21T03:31:00.200Z","reopenings":0,"cause":{"stage":"CONNECT","fault":"CONNECT_REFUSED","sentence":"mx1.example.org refuses connections"}}]}}
                            """)))
    @APIResponse(responseCode = "429", description = "This caller has a preview under way")
    public Response preview(@Valid @NotNull PreviewRequest request, @Context HttpServerResponse connection)
            throws InterruptedException {
        Instant now = clock.instant();
        PreviewRequest.Span span = request.span(now);
        MonitorDefinition present = QuarkusTransaction.requiringNew()
                .call(() -> monitors.monitor(request.monitorId()).map(Monitor::definition))
                .orElseThrow(() -> new RefusedException(
                        new Refusal.NotFound("monitor", request.monitorId().toString())));
        UUID turn =
                turns.enter(actor.current().name()).orElseThrow(() -> new RefusedException(new Refusal.TooMany(AGAIN)));
        try {
            InputStream lines = open(present, request, span);
            StreamingOutput answer = out -> {
                try (lines) {
                    new Passing(span, json).pass(lines, out, () -> !connection.closed());
                } finally {
                    turns.leave(turn);
                }
            };
            return Response.ok(answer, LINES).build();
        } catch (InterruptedException | RuntimeException e) {
            turns.leave(turn);
            throw e;
        }
    }

    private InputStream open(MonitorDefinition present, PreviewRequest request, PreviewRequest.Span span)
            throws InterruptedException {
        return switch (detector.preview(present, request.detection(), span)) {
            case PeerStream.Open(InputStream body) -> body;
            case PeerStream.Busy(String why) -> throw new RefusedException(new Refusal.Unavailable(why, AGAIN));
            case PeerStream.Away(String why) -> throw new RefusedException(new Refusal.Unavailable(why, AGAIN));
        };
    }
}
