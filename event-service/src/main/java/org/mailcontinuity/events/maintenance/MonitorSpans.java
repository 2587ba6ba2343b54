package org.mailcontinuity.events.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;

/** Which spans windows and planned events give a monitor: those under way and those of the next two weeks, at most the first 50. */
final class MonitorSpans implements Function<MonitorDefinition, List<MaintenanceSpan>> {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int MOST = 50;

    private final List<MaintenanceWindow> windows;
    private final List<PlannedEvent> events;
    private final Instant now;

    MonitorSpans(List<MaintenanceWindow> windows, List<PlannedEvent> events, Instant now) {
        this.windows = windows;
        this.events = events;
        this.now = now;
    }

    @Override
    public List<MaintenanceSpan> apply(MonitorDefinition monitor) {
        Stream<MaintenanceSpan> ofWindows = windows.stream()
                .filter(window -> window.concerns(monitor))
                .flatMap(window -> window.spans(now, now.plus(AHEAD), MOST).stream());
        Stream<MaintenanceSpan> ofEvents = events.stream()
                .filter(event -> event.concerns(monitor))
                .flatMap(event -> event.spans().stream())
                .filter(span -> span.from().isBefore(now.plus(AHEAD)));
        return Stream.concat(ofWindows, ofEvents)
                .distinct()
                .sorted(Comparator.comparing(MaintenanceSpan::from).thenComparing(MaintenanceSpan::until))
                .limit(MOST)
                .toList();
    }
}
