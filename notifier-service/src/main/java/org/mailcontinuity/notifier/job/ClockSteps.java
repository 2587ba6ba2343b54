package org.mailcontinuity.notifier.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a clock that was put back from one that goes on, by a counter that only counts up. One thread. */
final class ClockSteps {
    private static final Duration UNNOTICED = Duration.ofSeconds(2);

    private Instant wall;
    private long counter;

    /** @param counter nanoseconds since whenever */
    ClockSteps(Instant wall, long counter) {
        this.wall = wall;
        this.counter = counter;
    }

    /** By how much the clock was put back since the last look. */
    Optional<Duration> back(Instant nowWall, long nowCounter) {
        Duration passed = Duration.ofNanos(nowCounter - counter);
        Duration missing = passed.minus(Duration.between(wall, nowWall));
        wall = nowWall;
        counter = nowCounter;
        return missing.compareTo(UNNOTICED) > 0 ? Optional.of(missing) : Optional.empty();
    }
}
