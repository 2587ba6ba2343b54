package org.mailcontinuity.events.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** The report of an event, a page to read or print. */
@Path("/api/v1/events/{id}/report")
@Tag(name = "events")
@RolesAllowed("viewer")
@RunOnVirtualThread
@Transactional
class ReportResource {
    private final EventRepository events;

    ReportResource(EventRepository events) {
        this.events = events;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "What happened in an event, as a page to read or print")
    @ResponseHeader(name = "Content-Security-Policy", value = "default-src 'none'; style-src 'self'; img-src 'self'")
    public String report(@RestPath UUID id) {
        ContinuityEvent event =
                events.get(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound("event", id.toString())));
        return ReportTemplates.report(EventReport.of(event, events.timeline(id)))
                .render();
    }
}
