package org.mailcontinuity.events.maintenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;

/**
 * A maintenance window as a caller wants it.
 *
 * @param monitorIds the monitors concerned
 * @param labels and those that have all these labels
 * @param from when it begins, the first time
 * @param until when that ends: 1 minute to 7 days later, and before it comes again
 * @param timeZone in which it comes again (default UTC)
 * @param recurrence absent = once
 */
@Schema(example = """
                {"name": "patch night", "labels": {"site": "vienna"}, "from": "2026-12-01T21:00:00Z",
                 "until": "2026-12-01T23:00:00Z", "timeZone": "Europe/Vienna",
                 "recurrence": {"frequency": "WEEKLY", "days": ["TUESDAY"], "lastDay": "2027-06-30"}}
                """)
record MaintenanceWindowRequest(
        @NotBlank @Size(max = 100) String name,
        @Size(max = 200) List<UUID> monitorIds,
        @Size(max = 20) Map<String, String> labels,
        @NotNull Instant from,
        @NotNull Instant until,
        Optional<ZoneId> timeZone,
        Optional<Recurrence> recurrence) {
    MaintenanceWindowRequest {
        monitorIds = Require.list("monitorIds", monitorIds, 200);
        labels = Require.map("labels", labels, 20);
        timeZone = Require.orElse(timeZone, Optional.empty());
        recurrence = Require.orElse(recurrence, Optional.empty());
    }

    static MaintenanceWindowRequest of(MaintenanceWindow window) {
        return new MaintenanceWindowRequest(
                window.name(),
                window.monitorIds(),
                window.labels(),
                window.from(),
                window.until(),
                Optional.of(window.timeZone()),
                window.recurrence());
    }

    MaintenanceWindow window() {
        return new MaintenanceWindow(
                name, monitorIds, labels, from, until, timeZone.orElse(ZoneId.of("UTC")), recurrence);
    }
}
