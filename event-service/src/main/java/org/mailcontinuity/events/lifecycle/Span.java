package org.mailcontinuity.events.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From an instant, included, until another, excluded. */
public record Span(Instant from, Instant until) {
    public static final Duration SHORTEST = Duration.ofMinutes(5);
    public static final Duration LONGEST = Duration.ofDays(30);

    public Duration length() {
        return Duration.between(from, until);
    }

    /** The rule of planned spans that this one breaks, if it does. */
    public Optional<Denial> broken() {
        if (!until.isAfter(from)) {
            return Optional.of(Denial.UNTIL_NOT_AFTER_FROM);
        }
        if (length().compareTo(SHORTEST) < 0) {
            return Optional.of(Denial.SPAN_TOO_SHORT);
        }
        return length().compareTo(LONGEST) > 0 ? Optional.of(Denial.SPAN_TOO_LONG) : Optional.empty();
    }

    boolean hasBegunAt(Instant now) {
        return !now.isBefore(from);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }

    Span endingAt(Instant newUntil) {
        return new Span(from, newUntil);
    }
}
