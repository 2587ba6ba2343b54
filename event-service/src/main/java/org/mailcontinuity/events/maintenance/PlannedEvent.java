package org.mailcontinuity.events.maintenance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.lifecycle.Span;

/**
 * A continuity event of planned work, such as a migration: its people know, and the monitors it covers raise nothing.
 *
 * @param domains the domains it covers as a whole; absent = every domain
 */
record PlannedEvent(Span span, Optional<Set<String>> domains) {
    boolean concerns(MonitorDefinition monitor) {
        return domains.map(covered -> covered.contains(monitor.domain())).orElse(true);
    }

    /** Its span; none where it was over as soon as it began. */
    List<MaintenanceSpan> spans() {
        Instant from = span.from().truncatedTo(ChronoUnit.MILLIS);
        Instant until = span.until().truncatedTo(ChronoUnit.MILLIS);
        return until.isAfter(from) ? List.of(new MaintenanceSpan(from, until)) : List.of();
    }
}
