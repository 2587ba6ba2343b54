package org.mailcontinuity.standalone.supervisor;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before a part is started again: 1 s, doubled with each end up to 30 s; from the beginning again once
 * it has run for a minute.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** Tells of an end, and returns the wait before the next start. */
    Duration afterEnd(Instant started, Instant ended) {
        if (Duration.between(started, ended).compareTo(STEADY) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return wait;
    }
}
