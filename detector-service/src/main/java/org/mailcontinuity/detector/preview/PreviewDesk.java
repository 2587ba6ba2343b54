package org.mailcontinuity.detector.preview;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Gives out the places for previews. Thread-safe. */
final class PreviewDesk {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final int most;
    private final Duration timeLimit;
    private final Semaphore places;

    /** A place; to be given back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param most at least 1
     * @param timeLimit 1 s to 10 minutes
     */
    PreviewDesk(int most, Duration timeLimit) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "continuity.detector.preview.most-at-once must be at least 1, was " + most);
        }
        if (timeLimit.compareTo(SHORTEST) < 0 || timeLimit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("continuity.detector.preview.time-limit must be " + SHORTEST + " to "
                    + LONGEST + ", was " + timeLimit);
        }
        this.most = most;
        this.timeLimit = timeLimit;
        this.places = new Semaphore(most);
    }

    Duration timeLimit() {
        return timeLimit;
    }

    /** A place, if one is free. */
    Optional<Place> take() {
        return places.tryAcquire() ? Optional.of(places::release) : Optional.empty();
    }

    /** How many run now. */
    int running() {
        return most - places.availablePermits();
    }
}
