package org.mailcontinuity.events.check;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Checks a monitor at once. */
@Path("/api/v1/monitors/{id}/check")
@Tag(name = "monitors")
@RunOnVirtualThread
final class CheckResource {
    private final MonitorRepository monitors;
    private final ProbeClient probe;
    private final AuditRepository audit;
    private final ActorMapper actor;

    CheckResource(MonitorRepository monitors, ProbeClient probe, AuditRepository audit, ActorMapper actor) {
        this.monitors = monitors;
        this.probe = probe;
        this.audit = audit;
        this.actor = actor;
    }

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "Run every check once, now, and show what was said",
            description =
                    "Answers when all checks are done, at the latest after the monitor's timeout and, for outbound"
                            + " mail, its latency limit. The samples are published, but never vote.")
    public CheckView check(@RestPath UUID id) throws InterruptedException {
        Actor by = actor.current();
        MonitorDefinition definition = QuarkusTransaction.requiringNew().call(() -> {
            MonitorDefinition found = monitors.monitor(id)
                    .map(Monitor::definition)
                    .orElseThrow(() -> new RefusedException(new Refusal.NotFound("monitor", id.toString())));
            audit.record(by, "check", "monitor", id, null, null);
            return found;
        });
        return switch (probe.check(definition)) {
            case ProbeAnswer.Checked checked -> checked.view();
            case ProbeAnswer.Away away ->
                throw new RefusedException(new Refusal.Unavailable(away.why(), Duration.ofSeconds(10)));
        };
    }
}
