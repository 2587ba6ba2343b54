package org.mailcontinuity.detection.history;

import java.util.Optional;
import org.mailcontinuity.detection.cause.Failure;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.observation.Vote;
import org.mailcontinuity.detection.vantage.RouteKey;

/**
 * A check that votes.
 *
 * @param at event time by the broker's clock, epoch milliseconds
 * @param scheduledAt the grid instant, or the instant asked for, epoch milliseconds by the vantage's clock
 * @param confirmation true if it was asked for to confirm a suspicion, beside the grid
 * @param vote never {@link Vote#NONE}
 * @param latency milliseconds the check took; 0 if that was not measured
 * @param failure what stood against; empty for a good vote
 */
public record CastVote(
        long at,
        Direction direction,
        String vantage,
        RouteKey key,
        long scheduledAt,
        boolean confirmation,
        Vote vote,
        int latency,
        Optional<Failure> failure)
        implements Input, Comparable<CastVote> {

    /** The vote of an observation, with the names as they are known already. */
    public static CastVote of(Observation observation, long at, String vantage, RouteKey key, Vote vote) {
        return new CastVote(
                at,
                observation.direction(),
                vantage,
                key,
                observation.scheduledAt().toEpochMilli(),
                observation.trigger() == Trigger.CONFIRMATION,
                vote,
                observation.latency().orElse(0),
                vote.isAgainst() ? Optional.of(Failure.of(observation)) : Optional.empty());
    }

    /** True if both tell of the very same check: one of them was sent twice. */
    public boolean isSameCheck(CastVote other) {
        return scheduledAt == other.scheduledAt
                && direction == other.direction
                && confirmation == other.confirmation
                && vantage.equals(other.vantage)
                && key.equals(other.key);
    }

    /** An order of votes of the same instant that every machine has. */
    @Override
    public int compareTo(CastVote other) {
        int order = Long.compare(at, other.at);
        order = order != 0 ? order : Long.compare(scheduledAt, other.scheduledAt);
        order = order != 0 ? order : vantage.compareTo(other.vantage);
        order = order != 0 ? order : direction.compareTo(other.direction);
        order = order != 0 ? order : key.compareTo(other.key);
        order = order != 0 ? order : Boolean.compare(confirmation, other.confirmation);
        return order != 0 ? order : vote.compareTo(other.vote);
    }
}
