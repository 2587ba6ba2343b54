package org.mailcontinuity.events.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;

/**
 * A time in which monitors are measured but nothing is raised, once or again and again. A time that comes again does so at the
 * same time of day in its zone, whatever the clocks do, and lasts as long as the first. Pure.
 *
 * @param monitorIds the monitors concerned
 * @param labels and those that have all these labels; empty = none by label
 * @param from when it begins the first time, included
 * @param until when that ends, excluded
 */
record MaintenanceWindow(
        String name,
        List<UUID> monitorIds,
        Map<String, String> labels,
        Instant from,
        Instant until,
        ZoneId timeZone,
        Optional<Recurrence> recurrence) {
    MaintenanceWindow {
        monitorIds = List.copyOf(monitorIds);
        labels = Map.copyOf(labels);
    }

    boolean concerns(MonitorDefinition monitor) {
        return monitorIds.contains(monitor.monitorId())
                || !labels.isEmpty() && monitor.labels().entrySet().containsAll(labels.entrySet());
    }

    Duration length() {
        return Duration.between(from, until);
    }

    /** The occurrences that end after {@code now} and begin before {@code horizon}, in order, at most {@code most}. */
    List<MaintenanceSpan> spans(Instant now, Instant horizon, int most) {
        if (recurrence.isEmpty()) {
            return until.isAfter(now) && from.isBefore(horizon) ? List.of(new MaintenanceSpan(from, until)) : List.of();
        }
        List<MaintenanceSpan> spans = new ArrayList<>();
        LocalDate first = from.atZone(timeZone).toLocalDate();
        LocalTime time = from.atZone(timeZone).toLocalTime();
        LocalDate day = later(first, now.minus(length()).atZone(timeZone).toLocalDate());
        LocalDate end = horizon.atZone(timeZone).toLocalDate();
        for (; !day.isAfter(end) && spans.size() < most; day = day.plusDays(1)) {
            Instant start = day.atTime(time).atZone(timeZone).toInstant();
            boolean near = start.plus(length()).isAfter(now) && start.isBefore(horizon);
            if (near && recurrence.get().falls(first, day)) {
                spans.add(new MaintenanceSpan(start, start.plus(length())));
            }
        }
        return spans;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
