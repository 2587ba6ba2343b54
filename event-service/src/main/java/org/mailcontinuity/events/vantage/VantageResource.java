package org.mailcontinuity.events.vantage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailcontinuity.events.paging.Page;

/** Vantages. */
@Path("/api/v1/vantages")
@Tag(name = "vantages", description = "The places that probes look from")
@RolesAllowed("viewer")
@RunOnVirtualThread
final class VantageResource {
    private final VantageRepository rows;
    private final InstantSource clock;

    VantageResource(VantageRepository rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "List the workers of all vantages, by name")
    public Page<VantageView> list() {
        List<VantageView> workers = rows.workers().stream()
                .map(status -> VantageView.of(status, clock.instant()))
                .toList();
        return new Page<>(workers, Optional.empty());
    }
}
