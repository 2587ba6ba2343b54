package org.mailcontinuity.events.disruption;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertCommand;
import org.mailcontinuity.events.alert.AlertDecision;
import org.mailcontinuity.events.alert.AlertRefusal;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.alert.Alerts;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.idempotency.Idempotent;
import org.mailcontinuity.events.paging.Cursor;
import org.mailcontinuity.events.paging.Page;
import org.mailcontinuity.events.paging.PageRequest;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.EntityTags;

/** Disruptions, and what operators do about them. */
@Path("/api/v1/disruptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disruptions", description = "When mail did not flow: cause, evidence, and what was done")
@RunOnVirtualThread
final class DisruptionResource {
    private static final String KIND = "disruption";

    private final DisruptionRepository rows;
    private final Disruptions disruptions;
    private final History history;
    private final Alerts alerts;
    private final AlertRepository alertRows;
    private final AuditRepository audit;
    private final ActorMapper actor;

    DisruptionResource(
            DisruptionRepository rows,
            Disruptions disruptions,
            History history,
            Alerts alerts,
            AlertRepository alertRows,
            AuditRepository audit,
            ActorMapper actor) {
        this.rows = rows;
        this.disruptions = disruptions;
        this.history = history;
        this.alerts = alerts;
        this.alertRows = alertRows;
        this.audit = audit;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "List disruptions, newest first")
    public Page<DisruptionView> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery Optional<UUID> monitorId,
            @RestQuery Optional<DisruptionState> state,
            @RestQuery Optional<Severity> severity,
            @RestQuery Optional<Direction> direction,
            UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, uri.getRequestUri());
        return Page.of(
                request,
                rows.list(request, new DisruptionFilter(monitorId, state, severity, direction)),
                incident -> new Cursor(incident.disruption().openedAt(), incident.id()),
                incident -> DisruptionView.of(incident, alert(incident), Optional.empty()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Transactional
    @Operation(summary = "Show a disruption with its timeline, evidence and cause")
    @APIResponseSchema(DisruptionView.class)
    public Response get(@RestPath UUID id) {
        return answer(id);
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed("operator")
    @Transactional
    @Idempotent
    @Operation(
            summary = "Take it: its alert is not repeated and climbs no further; so for all disruptions of that alert")
    @APIResponseSchema(DisruptionView.class)
    public Response acknowledge(@RestPath UUID id) {
        Actor by = actor.current();
        return command(id, "acknowledge", new AlertCommand.Acknowledge(by.name()), by);
    }

    @POST
    @Path("/{id}/suspend-notifications")
    @RolesAllowed("operator")
    @Transactional
    @Idempotent
    @Operation(summary = "Silence its alert until a time, or for a while; so for all disruptions of that alert")
    @APIResponseSchema(DisruptionView.class)
    public Response suspend(@RestPath UUID id, @Valid @NotNull SuspensionRequest request) {
        Actor by = actor.current();
        return command(
                id, "suspend-notifications", new AlertCommand.Suspend(by.name(), request.end(disruptions.now())), by);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("operator")
    @Transactional
    @Idempotent
    @Operation(summary = "Declare it over before the detector does")
    @APIResponseSchema(DisruptionView.class)
    public Response close(@RestPath UUID id, @Valid @NotNull CloseRequest request) {
        DisruptionView before = view(id);
        Actor by = actor.current();
        if (!disruptions.close(id, by.name(), request.reason())) {
            throw new RefusedException(
                    new Refusal.Conflict("ALREADY_OVER", "The disruption is %s already.".formatted(before.state())));
        }
        audit.record(by, "close", KIND, id, before, view(id));
        return answer(id);
    }

    private Response command(UUID id, String verb, AlertCommand command, Actor by) {
        DisruptionView before = view(id);
        UUID alertId = rows.alertOf(id)
                .orElseThrow(() -> new RefusedException(new Refusal.Conflict(
                        AlertRefusal.ALREADY_RESOLVED.name(), AlertRefusal.ALREADY_RESOLVED.sentence())));
        if (alerts.command(alertId, command) instanceof AlertDecision.Refused refused) {
            throw new RefusedException(new Refusal.Conflict(
                    refused.refusal().name(), refused.refusal().sentence()));
        }
        audit.record(by, verb, KIND, id, before, view(id));
        return answer(id);
    }

    private Response answer(UUID id) {
        DisruptionView view = view(id);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.revision()))
                .build();
    }

    private DisruptionView view(UUID id) {
        Incident incident =
                rows.incident(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
        return DisruptionView.of(incident, alert(incident), Optional.of(history.of(incident)));
    }

    private Optional<Alert> alert(Incident incident) {
        return incident.alertId().flatMap(alertRows::alert);
    }
}
