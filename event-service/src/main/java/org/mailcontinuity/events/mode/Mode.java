package org.mailcontinuity.events.mode;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The mode of one scope: the union of the events that cover it.
 *
 * @param scope the id of a user group, or {@code *} for everyone
 * @param revision grows with every change, also over pauses without mode
 * @param since when mode began; absent while there is none
 * @param events the active events, and when each ends
 */
public record Mode(String scope, long revision, Optional<Instant> since, SortedMap<UUID, Instant> events) {
    public Mode {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    public boolean isOn() {
        return !events.isEmpty();
    }

    /** When the last of the events ends; absent while there is none. */
    public Optional<Instant> until() {
        return events.values().stream().max(Instant::compareTo);
    }

    Mode enter(UUID event, Instant until, Instant now) {
        if (until.equals(events.get(event))) {
            return this;
        }
        TreeMap<UUID, Instant> more = new TreeMap<>(events);
        more.put(event, until);
        return new Mode(scope, revision + 1, Optional.of(since.orElse(now)), more);
    }

    Mode leave(UUID event) {
        if (!events.containsKey(event)) {
            return this;
        }
        TreeMap<UUID, Instant> fewer = new TreeMap<>(events);
        fewer.remove(event);
        return new Mode(scope, revision + 1, fewer.isEmpty() ? Optional.empty() : since, fewer);
    }
}
