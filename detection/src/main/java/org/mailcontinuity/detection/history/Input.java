package org.mailcontinuity.detection.history;

/**
 * Something that happened to a monitor, at its place in event order. A state is the fold of its inputs in that order,
 * whatever the order was in which they came.
 */
public sealed interface Input permits CastVote, ControlFailed, MailCounted, TimePassed, Told {
    /** Its place: event time by the broker's clock, epoch milliseconds. */
    long at();

    /**
     * True if this one stands behind the other. Votes of the same instant have an order of their own, which does not
     * depend on how they came; anything else stands where it was put.
     */
    default boolean isBehind(Input other) {
        if (at() != other.at()) {
            return at() > other.at();
        }
        return this instanceof CastVote mine && other instanceof CastVote theirs && mine.compareTo(theirs) > 0;
    }
}
