package org.mailcontinuity.events.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A continuity event: for a while its scope is in continuity mode.
 *
 * @param revision 1 at first; grows with every change
 */
public record ContinuityEvent(UUID id, long revision, EventPlan plan, Life life, Instant createdAt, String createdBy) {

    ContinuityEvent living(Life next) {
        return new ContinuityEvent(id, revision + 1, plan, next, createdAt, createdBy);
    }

    ContinuityEvent planned(EventPlan other, Life next) {
        return new ContinuityEvent(id, revision + 1, other, next, createdAt, createdBy);
    }

    /** Whether it may still become or stay active. */
    public boolean isOpen() {
        return switch (life) {
            case Life.Scheduled s -> true;
            case Life.Active a -> true;
            case Life.Ended e -> false;
            case Life.Cancelled c -> false;
        };
    }

    /**
     * When work was planned: the span, as it is known now, of an event that was scheduled ahead, began at its time and answers
     * no outage. Empty for every other: one that somebody started by hand may answer an outage, and must hide nothing.
     */
    public Optional<Span> planned() {
        if (plan.alertId().isPresent() || plan.disruptionId().isPresent()) {
            return Optional.empty();
        }
        return switch (life) {
            case Life.Scheduled s -> Optional.of(s.span());
            case Life.Active a -> Optional.of(a.span()).filter(span -> a.startedBy() == Initiator.SCHEDULE);
            case Life.Ended e ->
                e.start().filter(start -> start.by() == Initiator.SCHEDULE).map(start -> e.span());
            case Life.Cancelled c -> Optional.empty();
        };
    }

    /** The state's name in the API and in messages. */
    public String stateName() {
        return switch (life) {
            case Life.Scheduled s -> "SCHEDULED";
            case Life.Active a -> "ACTIVE";
            case Life.Ended e -> "ENDED";
            case Life.Cancelled c -> "CANCELLED";
        };
    }
}
