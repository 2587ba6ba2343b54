package org.mailcontinuity.notifier.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lanes whose next row was refused, and when each is tried again: after 1 s, 2 s, 4 s, … at most a minute. */
final class StoppedLanes {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<String, Stop> stops = new HashMap<>();

    synchronized void stop(String lane, Instant now) {
        int failures = stops.containsKey(lane) ? stops.get(lane).failures() + 1 : 1;
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        stops.put(lane, new Stop(failures, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)));
    }

    synchronized void release(String lane) {
        stops.remove(lane);
    }

    /** The lanes not to be tried at {@code now}. */
    synchronized Set<String> at(Instant now) {
        return stops.entrySet().stream()
                .filter(entry -> now.isBefore(entry.getValue().until()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many lanes wait for another try, or are being tried. */
    synchronized int count() {
        return stops.size();
    }

    private record Stop(int failures, Instant until) {}
}
