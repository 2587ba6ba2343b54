package org.mailcontinuity.events.lifecycle;

import java.time.Instant;
import java.util.Optional;

/** What has become of an event so far, as views and messages tell it. */
record Course(
        Optional<Instant> startedAt,
        Optional<Initiator> startedBy,
        Optional<Instant> endedAt,
        Optional<EndCause> endCause,
        Optional<String> reason) {

    static Course of(Life life) {
        return switch (life) {
            case Life.Scheduled s ->
                new Course(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            case Life.Active a ->
                new Course(
                        Optional.of(a.startedAt()),
                        Optional.of(a.startedBy()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case Life.Ended e ->
                new Course(
                        e.start().map(Life.Started::at),
                        e.start().map(Life.Started::by),
                        Optional.of(e.endedAt()),
                        Optional.of(e.cause()),
                        e.reason());
            case Life.Cancelled c ->
                new Course(
                        Optional.empty(), Optional.empty(), Optional.of(c.cancelledAt()), Optional.empty(), c.reason());
        };
    }
}
