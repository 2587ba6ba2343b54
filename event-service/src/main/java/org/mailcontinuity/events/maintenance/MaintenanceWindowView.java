package org.mailcontinuity.events.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;

/**
 * A maintenance window as the API shows it.
 *
 * @param next its next occurrences within a year, at most 5; the first may be under way
 */
record MaintenanceWindowView(
        UUID maintenanceWindowId,
        long revision,
        String name,
        List<UUID> monitorIds,
        Map<String, String> labels,
        Instant from,
        Instant until,
        ZoneId timeZone,
        Optional<Recurrence> recurrence,
        List<MaintenanceSpan> next,
        Instant createdAt,
        Instant updatedAt) {
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MOST = 5;

    static MaintenanceWindowView of(StoredWindow stored, Instant now) {
        MaintenanceWindow window = stored.window();
        return new MaintenanceWindowView(
                stored.identity().id(),
                stored.identity().revision(),
                window.name(),
                window.monitorIds(),
                window.labels(),
                window.from(),
                window.until(),
                window.timeZone(),
                window.recurrence(),
                window.spans(now, now.plus(AHEAD), MOST),
                stored.identity().createdAt(),
                stored.identity().updatedAt());
    }
}
