package org.mailcontinuity.bench.notifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the sinks took, by the delivery's id. Safe for many threads. */
final class Arrivals {
    private final Map<UUID, List<Arrival>> byId = new ConcurrentHashMap<>();
    private final AtomicInteger distinct = new AtomicInteger();

    /**
     * A message taken.
     *
     * @param nanos when, by {@link System#nanoTime}
     * @param answered whether the sender was told
     */
    record Arrival(long nanos, boolean answered) {}

    void took(UUID id, boolean answered) {
        Arrival arrival = new Arrival(System.nanoTime(), answered);
        byId.compute(id, (_, before) -> {
            List<Arrival> all = before == null ? new ArrayList<>(1) : before;
            if (all.isEmpty()) {
                distinct.incrementAndGet();
            }
            all.add(arrival);
            return all;
        });
    }

    /** How many different deliveries arrived. */
    int distinct() {
        return distinct.get();
    }

    List<Arrival> of(UUID id) {
        return List.copyOf(byId.getOrDefault(id, List.of()));
    }

    boolean has(UUID id) {
        return byId.containsKey(id);
    }
}
