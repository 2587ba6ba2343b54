package org.mailcontinuity.probe.assignment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;

/**
 * The monitors of the partitions assigned to this worker, as far as read. A partition's monitors are handed on once it
 * is read up to where it ended when it was assigned, so that no definition runs that a later record changes or deletes.
 * For one thread.
 */
final class MonitorTable {
    private final String vantage;
    private final Consumer<MonitorDefinition> put;
    private final Consumer<UUID> remove;
    private final Map<Integer, Partition> partitions = new HashMap<>();

    /**
     * @param put takes a monitor to be checked, or its new definition
     * @param remove takes a monitor not to be checked any more
     */
    MonitorTable(String vantage, Consumer<MonitorDefinition> put, Consumer<UUID> remove) {
        this.vantage = vantage;
        this.put = put;
        this.remove = remove;
    }

    private static final class Partition {
        private final Map<UUID, MonitorDefinition> definitions = new HashMap<>();
        private Optional<Long> end = Optional.empty();
        private boolean caughtUp;
    }

    void assign(int partition) {
        partitions.put(partition, new Partition());
    }

    /** Lets go of a partition's monitors. */
    void revoke(int partition) {
        Partition gone = partitions.remove(partition);
        if (gone != null && gone.caughtUp) {
            gone.definitions.keySet().forEach(remove);
        }
    }

    /** The partitions of which it is not yet known where they ended when they were assigned. */
    Set<Integer> withoutEnd() {
        return partitions.entrySet().stream()
                .filter(entry -> entry.getValue().end.isEmpty())
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    void endsAt(int partition, long end) {
        Partition known = partitions.get(partition);
        if (known != null) {
            known.end = Optional.of(end);
        }
    }

    void put(int partition, MonitorDefinition definition) {
        Partition into = partitions.get(partition);
        if (into == null) {
            return;
        }
        into.definitions.put(definition.monitorId(), definition);
        if (into.caughtUp) {
            handOn(definition);
        }
    }

    void delete(int partition, UUID monitorId) {
        Partition from = partitions.get(partition);
        if (from != null && from.definitions.remove(monitorId) != null && from.caughtUp) {
            remove.accept(monitorId);
        }
    }

    /** Everything before {@code position} was read. */
    void reached(int partition, long position) {
        Partition read = partitions.get(partition);
        if (read != null
                && !read.caughtUp
                && read.end.filter(end -> position >= end).isPresent()) {
            read.caughtUp = true;
            read.definitions.values().forEach(this::handOn);
        }
    }

    boolean isCaughtUp() {
        return partitions.values().stream().allMatch(partition -> partition.caughtUp);
    }

    private void handOn(MonitorDefinition definition) {
        boolean looksFromHere =
                definition.vantages().isEmpty() || definition.vantages().contains(vantage);
        if (definition.enabled() && looksFromHere) {
            put.accept(definition);
        } else {
            remove.accept(definition.monitorId());
        }
    }
}
