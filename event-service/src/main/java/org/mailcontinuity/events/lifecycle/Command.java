package org.mailcontinuity.events.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What can be asked of an event's life. */
public sealed interface Command {
    /** Start now, ahead of its time. The end stays as planned. */
    record Start(Initiator by) implements Command {}

    /** Last longer by this much than it would. */
    record Extend(Duration by) implements Command {}

    /** Last until this instant. Asked twice, it is obeyed once. */
    record ExtendTo(Instant until) implements Command {}

    /** End now. */
    record End(Optional<String> reason) implements Command {}

    /** Do not take place. */
    record Cancel(Optional<String> reason) implements Command {}

    /** Take place at another time. */
    record Reschedule(Span span) implements Command {}

    /**
     * Do what the time demands: start, end, or be missed.
     *
     * @param stillNeeded whether to go on instead of ending, because what it answers lasts and it was told to go on
     */
    record PassTime(boolean stillNeeded) implements Command {}
}
