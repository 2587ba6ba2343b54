package org.mailcontinuity.events.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.vantage.VantageRepository;
import org.mailcontinuity.events.window.WindowRepository;

/** How a monitor stands. */
@Path("/api/v1/monitors/{id}/status")
@Tag(name = "monitors")
@RunOnVirtualThread
final class MonitorStatusResource {
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final int MOST_WINDOWS = 100;

    private final MonitorRepository monitors;
    private final WindowRepository windows;
    private final DisruptionRepository disruptions;
    private final VantageRepository vantages;
    private final InstantSource clock;

    MonitorStatusResource(
            MonitorRepository monitors,
            WindowRepository windows,
            DisruptionRepository disruptions,
            VantageRepository vantages,
            InstantSource clock) {
        this.monitors = monitors;
        this.windows = windows;
        this.disruptions = disruptions;
        this.vantages = vantages;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(
            summary =
                    "Say whether mail flows: the latest verdict of each direction, open disruptions, and from where it is seen")
    public MonitorStatusView status(@RestPath UUID id) {
        MonitorDefinition definition = monitors.monitor(id)
                .map(Monitor::definition)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound("monitor", id.toString())));
        Instant now = clock.instant();
        return MonitorStatusView.of(
                definition,
                new MonitorStatusView.Sources(
                        windows.flows(id),
                        disruptions.openOf(id),
                        windows.windows(id, now.minus(LATELY), now, MOST_WINDOWS),
                        Sight.of(definition.vantages(), vantages.workers(), now)));
    }
}
