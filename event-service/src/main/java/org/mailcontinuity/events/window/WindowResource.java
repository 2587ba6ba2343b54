package org.mailcontinuity.events.window;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** A monitor's windows. */
@Path("/api/v1/monitors/{id}/windows")
@Tag(name = "monitors")
@RunOnVirtualThread
final class WindowResource {
    private static final int MOST = 5_000;
    private static final Duration FALLBACK = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(WindowDay.KEPT_DAYS);

    private final WindowRepository rows;
    private final MonitorRepository monitors;
    private final InstantSource clock;

    WindowResource(WindowRepository rows, MonitorRepository monitors, InstantSource clock) {
        this.rows = rows;
        this.monitors = monitors;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Transactional
    @Operation(
            summary = "Show the judgements of a span of time",
            description = "In order of time, by default of the last hour; at most 5000, of a longer span the latest.")
    public WindowsView windows(@RestPath UUID id, @RestQuery Optional<String> from, @RestQuery Optional<String> to) {
        Span span = Span.of(from, to, FALLBACK, LONGEST, clock.instant());
        if (monitors.monitor(id).isEmpty()) {
            throw new RefusedException(new Refusal.NotFound("monitor", id.toString()));
        }
        List<WindowJudgement> found = rows.windows(id, span.from(), span.until(), MOST + 1);
        boolean more = found.size() > MOST;
        return new WindowsView(span.from(), span.until(), more, more ? found.subList(1, found.size()) : found);
    }
}
