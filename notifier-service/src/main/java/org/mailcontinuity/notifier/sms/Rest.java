package org.mailcontinuity.notifier.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long a provider that says that it has too much to do is left alone: for as long as it asks, else for a second, then
 * for twice as long each time it says so again, up to 30 s. Safe for many threads.
 */
public final class Rest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 5;

    private final InstantSource clock;
    private Instant from = Instant.MIN;
    private Duration length = Duration.ZERO;
    private int inARow;

    public Rest(InstantSource clock) {
        this.clock = clock;
    }

    /** What is left of it; empty if there is none. A clock that is put back ends it. */
    public synchronized Optional<Duration> left() {
        Instant now = clock.instant();
        if (now.isBefore(from)) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, from.equals(Instant.MIN) ? now : from.plus(length)))
                .filter(Duration::isPositive);
    }

    /** The provider said it. Several who are told at once count as one. */
    public synchronized Duration begin(Optional<Duration> askedFor) {
        Optional<Duration> left = left();
        if (left.isPresent()) {
            return left.get();
        }
        Duration doubled = shorter(Duration.ofSeconds(1L << Math.min(inARow, MOST_DOUBLINGS)), LONGEST);
        length = askedFor.map(wish -> shorter(wish, LONGEST_ASKED_FOR)).orElse(doubled);
        from = clock.instant();
        inARow++;
        return length;
    }

    /** The provider takes messages again. */
    public synchronized void end() {
        inARow = 0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
