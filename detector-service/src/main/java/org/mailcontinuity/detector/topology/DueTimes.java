package org.mailcontinuity.detector.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which monitors a tick has to touch: those whose time has come. Not thread-safe: one per task. */
final class DueTimes {
    private final Map<String, Instant> byMonitor = new HashMap<>();
    private final TreeMap<Instant, Set<String>> byTime = new TreeMap<>();

    /** Sets when a monitor is due next; empty takes it out. */
    void set(String monitor, Optional<Instant> due) {
        Instant before = byMonitor.remove(monitor);
        if (before != null) {
            byTime.computeIfPresent(before, (time, monitors) -> {
                monitors.remove(monitor);
                return monitors.isEmpty() ? null : monitors;
            });
        }
        due.ifPresent(time -> {
            byMonitor.put(monitor, time);
            byTime.computeIfAbsent(time, same -> new HashSet<>()).add(monitor);
        });
    }

    /** The monitors due by that time, longest due first. */
    List<String> until(Instant now) {
        List<String> due = new ArrayList<>();
        byTime.headMap(now, true).values().forEach(due::addAll);
        return due;
    }
}
