package org.mailcontinuity.detector.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which monitors a tick has to touch: those whose time has come. With most samples that time moves a little further off; so
 * a monitor stays where it stands in the index until that time comes, and moves only then. Not thread-safe: one per task.
 */
final class DueTimes {
    private static final long NOWHERE = Long.MAX_VALUE;

    private final Map<String, Due> byMonitor = new HashMap<>();
    private final TreeMap<Long, List<Due>> byTime = new TreeMap<>();

    /** Sets when a monitor is due next; empty takes it out. */
    void set(String monitor, Optional<Instant> at) {
        if (at.isEmpty()) {
            Due gone = byMonitor.remove(monitor);
            if (gone != null) {
                gone.stands = NOWHERE;
            }
            return;
        }
        Due due = byMonitor.computeIfAbsent(monitor, Due::new);
        due.at = at.get().toEpochMilli();
        if (due.at < due.stands) {
            stand(due);
        }
    }

    /** The monitors due by that time, longest due first. Each is to be set anew. */
    List<String> until(Instant now) {
        long time = now.toEpochMilli();
        List<String> due = new ArrayList<>();
        List<Due> later = new ArrayList<>();
        while (!byTime.isEmpty() && byTime.firstKey() <= time) {
            Map.Entry<Long, List<Due>> first = byTime.pollFirstEntry();
            for (Due each : first.getValue()) {
                if (each.stands != first.getKey()) {
                    continue; // moved to an earlier time, or gone
                }
                each.stands = NOWHERE;
                if (each.at <= time) {
                    due.add(each.monitor);
                } else {
                    later.add(each);
                }
            }
        }
        later.forEach(this::stand);
        return due;
    }

    private void stand(Due due) {
        due.stands = due.at;
        byTime.computeIfAbsent(due.at, same -> new ArrayList<>(1)).add(due);
    }

    private static final class Due {
        private final String monitor;
        private long at = NOWHERE;

        /** Under which time it stands in the index, which may be earlier than when it is due. */
        private long stands = NOWHERE;

        Due(String monitor) {
            this.monitor = monitor;
        }
    }
}
