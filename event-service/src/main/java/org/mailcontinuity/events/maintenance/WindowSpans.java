package org.mailcontinuity.events.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;

/** Which spans windows give a monitor: those under way and those of the next two weeks, at most the first 50. */
final class WindowSpans implements Function<MonitorDefinition, List<MaintenanceSpan>> {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int MOST = 50;

    private final List<MaintenanceWindow> windows;
    private final Instant now;

    WindowSpans(List<MaintenanceWindow> windows, Instant now) {
        this.windows = windows;
        this.now = now;
    }

    @Override
    public List<MaintenanceSpan> apply(MonitorDefinition monitor) {
        return windows.stream()
                .filter(window -> window.concerns(monitor))
                .flatMap(window -> window.spans(now, now.plus(AHEAD), MOST).stream())
                .distinct()
                .sorted(Comparator.comparing(MaintenanceSpan::from).thenComparing(MaintenanceSpan::until))
                .limit(MOST)
                .toList();
    }
}
