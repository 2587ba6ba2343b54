package org.mailcontinuity.events.maintenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Kind;

/** Maintenance windows as resources with revisions. Each change reaches the monitors concerned in the same transaction. */
final class WindowKind implements Kind<WindowEntity, StoredWindow, MaintenanceWindowRequest> {
    private final WindowRepository rows;
    private final UnaryOperator<Set<UUID>> unknownMonitors;
    private final Runnable spread;

    /**
     * @param unknownMonitors those of some monitors that do not exist
     * @param spread brings the windows as they now are to the monitors
     */
    WindowKind(WindowRepository rows, UnaryOperator<Set<UUID>> unknownMonitors, Runnable spread) {
        this.rows = rows;
        this.unknownMonitors = unknownMonitors;
        this.spread = spread;
    }

    @Override
    public String name() {
        return "maintenance window";
    }

    @Override
    public Identity identity(StoredWindow stored) {
        return stored.identity();
    }

    @Override
    public Object view(StoredWindow stored) {
        return MaintenanceWindowView.of(stored, stored.identity().updatedAt());
    }

    @Override
    public MaintenanceWindowRequest request(StoredWindow stored) {
        return MaintenanceWindowRequest.of(stored.window());
    }

    @Override
    public StoredWindow made(MaintenanceWindowRequest request, Identity identity, Optional<StoredWindow> before) {
        MaintenanceWindow window = request.window();
        List<Violation> broken = new ArrayList<>(WindowRules.check(window));
        Set<UUID> unknown = unknownMonitors.apply(Set.copyOf(window.monitorIds()));
        if (!unknown.isEmpty()) {
            broken.add(new Violation(
                    "monitorIds", "MONITOR_UNKNOWN", "must name monitors that exist, but there is no " + unknown));
        }
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
        return new StoredWindow(identity, window);
    }

    @Override
    public Optional<WindowEntity> locked(UUID id) {
        return rows.locked(id);
    }

    @Override
    public StoredWindow read(WindowEntity row) {
        return rows.stored(row);
    }

    @Override
    public void insert(StoredWindow made) {
        rows.add(made);
        spread.run();
    }

    @Override
    public void write(WindowEntity row, StoredWindow before, StoredWindow after) {
        rows.write(row, after);
        spread.run();
    }

    @Override
    public Optional<Refusal> deleted(WindowEntity row, StoredWindow last) {
        rows.delete(row);
        rows.flush();
        spread.run();
        return Optional.empty();
    }
}
