package org.mailcontinuity.events.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.events.lifecycle.Decision.Denied;
import org.mailcontinuity.events.lifecycle.Decision.Moved;
import org.mailcontinuity.events.lifecycle.Decision.Unchanged;

/**
 * Where an event is in its life.
 *
 * <pre>
 * SCHEDULED ──start/time──▶ ACTIVE ──end/until──▶ ENDED
 *     └──────cancel──▶ CANCELLED
 * </pre>
 *
 * The time itself decides: an event whose end has come is treated as ended, whether or not the job has noticed yet.
 */
public sealed interface Life {
    /** From when until when: planned at first, as it came to be in the end. */
    Span span();

    /** What comes of {@code command} at {@code now}. */
    static Decision decide(Life life, Command command, Instant now) {
        return switch (life) {
            case Scheduled scheduled -> scheduled.decide(command, now);
            case Active active -> active.decide(command, now);
            case Ended ended -> ended.decide(command);
            case Cancelled cancelled -> cancelled.decide(command);
        };
    }

    /** Waits for its time. */
    record Scheduled(Span span) implements Life {
        Decision decide(Command command, Instant now) {
            return switch (command) {
                case Command.Start start -> start(start.by(), now);
                case Command.Cancel cancel -> cancel(cancel.reason(), now);
                case Command.Reschedule plan -> reschedule(plan.span(), now);
                case Command.PassTime time -> passTime(now);
                case Command.Extend extend -> new Denied(Denial.NOT_STARTED);
                case Command.ExtendTo extend -> new Denied(Denial.NOT_STARTED);
                case Command.End end -> new Denied(Denial.NOT_STARTED);
            };
        }

        /** Starting early moves the beginning; the end stays as planned. */
        Decision start(Initiator by, Instant now) {
            if (span.isOverAt(now)) {
                return new Denied(Denial.SPAN_OVER);
            }
            Span started = now.isBefore(span.from()) ? new Span(now, span.until()) : span;
            return started.length().compareTo(Span.LONGEST) > 0
                    ? new Denied(Denial.SPAN_TOO_LONG)
                    : new Moved(new Active(started, now, by), Change.STARTED);
        }

        Decision cancel(Optional<String> reason, Instant now) {
            return new Moved(new Cancelled(span, now, reason), Change.CANCELLED);
        }

        Decision reschedule(Span other, Instant now) {
            Optional<Denial> broken = other.broken();
            if (broken.isPresent()) {
                return new Denied(broken.get());
            }
            return other.isOverAt(now) ? new Denied(Denial.SPAN_OVER) : new Moved(new Scheduled(other), Change.UPDATED);
        }

        Decision passTime(Instant now) {
            if (span.isOverAt(now)) {
                return new Moved(
                        new Ended(span, Optional.empty(), now, EndCause.MISSED, Optional.empty()), Change.MISSED);
            }
            return span.hasBegunAt(now)
                    ? new Moved(new Active(span, now, Initiator.SCHEDULE), Change.STARTED)
                    : new Unchanged();
        }
    }

    /** Covers its scope now. */
    record Active(Span span, Instant startedAt, Initiator startedBy) implements Life {
        /** How long an event goes on at a time while what it answers lasts. */
        static final Duration GOES_ON = Duration.ofMinutes(30);

        Decision decide(Command command, Instant now) {
            return switch (command) {
                case Command.Extend extend -> extend(extend.by(), now);
                case Command.ExtendTo extend -> extendTo(extend.until(), now);
                case Command.End end -> end(end.reason(), now);
                case Command.PassTime time -> passTime(time.stillNeeded(), now);
                case Command.Start start -> new Denied(standing(now));
                case Command.Cancel cancel -> new Denied(standing(now));
                case Command.Reschedule plan -> new Denied(standing(now));
            };
        }

        /** Adds to what is left. */
        Decision extend(Duration by, Instant now) {
            if (span.isOverAt(now)) {
                return new Denied(Denial.ALREADY_ENDED);
            }
            if (!by.isPositive()) {
                return new Denied(Denial.EXTENSION_NOT_POSITIVE);
            }
            return by.compareTo(Span.LONGEST) > 0
                    ? new Denied(Denial.EXTENSION_BEYOND_LIMIT)
                    : lasting(span.until().plus(by));
        }

        Decision extendTo(Instant until, Instant now) {
            if (span.isOverAt(now)) {
                return new Denied(Denial.ALREADY_ENDED);
            }
            if (until.equals(span.until())) {
                return new Unchanged();
            }
            return until.isBefore(span.until()) ? new Denied(Denial.END_NOT_LATER) : lasting(until);
        }

        Decision end(Optional<String> reason, Instant now) {
            return span.isOverAt(now)
                    ? new Denied(Denial.ALREADY_ENDED)
                    : new Moved(over(now, EndCause.REQUESTED, reason), Change.ENDED);
        }

        /** Going on by itself stops at the longest span; then the event ends as any other. */
        Decision passTime(boolean stillNeeded, Instant now) {
            if (!span.isOverAt(now)) {
                return new Unchanged();
            }
            Instant later = now.plus(GOES_ON);
            Instant latest = span.from().plus(Span.LONGEST);
            Instant until = later.isAfter(latest) ? latest : later;
            return stillNeeded && until.isAfter(now)
                    ? lasting(until)
                    : new Moved(over(now, EndCause.TIME_UP, Optional.empty()), Change.ENDED);
        }

        private Decision lasting(Instant until) {
            Span longer = span.endingAt(until);
            return longer.length().compareTo(Span.LONGEST) > 0
                    ? new Denied(Denial.EXTENSION_BEYOND_LIMIT)
                    : new Moved(new Active(longer, startedAt, startedBy), Change.EXTENDED);
        }

        private Ended over(Instant now, EndCause cause, Optional<String> reason) {
            Instant end = now.isBefore(span.until()) ? now : span.until();
            Started start = new Started(startedAt, startedBy);
            return new Ended(span.endingAt(end), Optional.of(start), now, cause, reason);
        }

        private Denial standing(Instant now) {
            return span.isOverAt(now) ? Denial.ALREADY_ENDED : Denial.ALREADY_STARTED;
        }
    }

    /**
     * Is over.
     *
     * @param start absent where it never started
     */
    record Ended(Span span, Optional<Started> start, Instant endedAt, EndCause cause, Optional<String> reason)
            implements Life {
        Decision decide(Command command) {
            return command instanceof Command.PassTime ? new Unchanged() : new Denied(Denial.ALREADY_ENDED);
        }
    }

    /** Will not take place. */
    record Cancelled(Span span, Instant cancelledAt, Optional<String> reason) implements Life {
        Decision decide(Command command) {
            return command instanceof Command.PassTime ? new Unchanged() : new Denied(Denial.ALREADY_CANCELLED);
        }
    }

    /** When an event started, and what started it. */
    record Started(Instant at, Initiator by) {}
}
