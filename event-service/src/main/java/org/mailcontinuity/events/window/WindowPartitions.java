package org.mailcontinuity.events.window;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps partitions for the days that need one. Thread-safe. */
final class WindowPartitions {
    private final WindowRepository rows;
    private final Set<WindowDay> known = ConcurrentHashMap.newKeySet();

    WindowPartitions(WindowRepository rows) {
        this.rows = rows;
    }

    /**
     * Makes sure, in the present transaction, that windows of {@code time} have a partition.
     *
     * @return false for a time that is too old or too far ahead to be kept
     */
    boolean ready(Instant time, Instant now) {
        WindowDay day = WindowDay.of(time);
        if (!day.keptAt(now)) {
            return false;
        }
        if (!known.contains(day)) {
            rows.lock();
            if (!rows.partitions().contains(day)) {
                rows.makePartition(day);
            }
        }
        return true;
    }

    /** Makes the partitions ahead and drops those whose time is over, in the present transaction. */
    void keep(Instant now) {
        rows.lock();
        Set<WindowDay> there = Set.copyOf(rows.partitions());
        WindowDay.ahead(now).filter(day -> !there.contains(day)).forEach(rows::makePartition);
        there.stream().filter(day -> !day.keptAt(now)).forEach(rows::dropPartition);
    }

    /** Remembers the partitions that are there. Called after the transaction that made them. */
    void remember(Set<WindowDay> there) {
        known.retainAll(there);
        known.addAll(there);
    }
}
