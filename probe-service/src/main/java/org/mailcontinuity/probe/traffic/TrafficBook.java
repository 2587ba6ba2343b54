package org.mailcontinuity.probe.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The counts taken lately, so that a request that is sent again, as after a lost answer, publishes nothing twice. What
 * it has forgotten, or another worker took, a reader knows by the sample's id. Safe for many threads.
 */
public final class TrafficBook {
    private final Map<UUID, Boolean> taken;

    /** @param most how many are remembered; the oldest are forgotten first */
    public TrafficBook(int most) {
        this.taken = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** @return whether it is new */
    synchronized boolean enter(UUID sampleId) {
        return taken.putIfAbsent(sampleId, Boolean.TRUE) == null;
    }

    /** Takes it back: it may not have been written. */
    synchronized void forget(List<UUID> sampleIds) {
        sampleIds.forEach(taken::remove);
    }
}
