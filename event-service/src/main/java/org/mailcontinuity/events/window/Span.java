package org.mailcontinuity.events.window;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** A span of time that a caller asks for: {@code from} included, {@code until} not. */
public record Span(Instant from, Instant until) {
    /**
     * @param from an RFC 3339 time; absent = {@code fallback} before {@code to}
     * @param to an RFC 3339 time; absent = now
     * @param longest the most that may be asked for at once
     */
    public static Span of(
            Optional<String> from, Optional<String> to, Duration fallback, Duration longest, Instant now) {
        Instant until = to.map(text -> parse("to", text)).orElse(now);
        Instant start = from.map(text -> parse("from", text)).orElse(until.minus(fallback));
        if (!start.isBefore(until)) {
            throw new RefusedException(Refusal.Invalid.of("to", "ORDER", "must be after from"));
        }
        if (start.plus(longest).isBefore(until)) {
            throw new RefusedException(
                    Refusal.Invalid.of("from", "RANGE", "must be at most " + longest + " before to"));
        }
        return new Span(start, until);
    }

    private static Instant parse(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RefusedException(Refusal.Invalid.of(
                    field, "FORMAT", "must be an RFC 3339 time in UTC, such as 2026-11-24T10:00:00Z"));
        }
    }
}
