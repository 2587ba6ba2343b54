package org.mailcontinuity.events.monitor;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Revisions;

/** Keeps published definitions in step with maintenance windows and planned events. Runs in the caller's transaction. */
public final class MonitorUpkeep {
    private static final Actor ACTOR = Actor.system("maintenance");

    private final MonitorRepository rows;
    private final Supplier<Function<MonitorDefinition, List<MaintenanceSpan>>> windows;
    private final Revisions<MonitorEntity, Monitor, MonitorRequest> revisions;

    MonitorUpkeep(
            MonitorRepository rows,
            Supplier<Function<MonitorDefinition, List<MaintenanceSpan>>> windows,
            Revisions<MonitorEntity, Monitor, MonitorRequest> revisions) {
        this.rows = rows;
        this.windows = windows;
        this.revisions = revisions;
    }

    /** Publishes the definitions anew to which windows now give other spans than when they were published last. */
    public void refresh() {
        refresh(outdated());
    }

    /** Publishes these definitions anew. */
    public void refresh(List<UUID> monitors) {
        monitors.stream()
                .filter(id -> rows.monitor(id).isPresent())
                .forEach(id -> revisions.step(id, "maintain", MonitorUpkeep::next, ACTOR));
    }

    /** The monitors to which windows now give other spans than when they were published last. */
    public List<UUID> outdated() {
        Function<MonitorDefinition, List<MaintenanceSpan>> now = windows.get();
        return rows.listAll().stream()
                .filter(row -> !text(now.apply(row.toMonitor().definition())).equals(row.windowSpans()))
                .map(row -> row.toMonitor().definition().monitorId())
                .sorted()
                .toList();
    }

    /** Spans as they are kept for comparison. */
    static String text(List<MaintenanceSpan> spans) {
        return spans.stream().map(span -> span.from() + "/" + span.until()).collect(Collectors.joining(" "));
    }

    private static Monitor next(Monitor before, Identity next) {
        MonitorDefinition definition = MonitorRequest.of(before.definition()).toDefinition(next.id(), next.revision());
        return new Monitor(definition, next.createdAt(), next.updatedAt());
    }
}
