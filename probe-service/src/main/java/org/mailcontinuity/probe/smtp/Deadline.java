package org.mailcontinuity.probe.smtp;

import java.time.Duration;

/** A point of the machine's monotonic clock by which something is over, whatever the other side does. */
public record Deadline(long nanoTime) {
    public static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** This deadline, or the one {@code span} from now if that is earlier. */
    public Deadline orIn(Duration span) {
        Deadline other = in(span);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    public boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /** What is left, zero if nothing. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** What is left, for calls that take 0 for "without end": at least a millisecond. */
    int leftMillis() {
        return (int) Math.clamp(left().toMillis(), 1, Integer.MAX_VALUE);
    }
}
