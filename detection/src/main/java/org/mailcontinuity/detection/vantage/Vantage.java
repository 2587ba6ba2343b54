package org.mailcontinuity.detection.vantage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One vantage's view of one direction of a monitor.
 *
 * @param name the vantage
 * @param clock how far its event times lie behind the broker's
 * @param votedAt when its latest vote was counted, by the core's clock, epoch milliseconds; 0 if it never voted. A vote
 *     that comes late proves that the vantage looks as well as one in time
 * @param points its sum
 * @param failedRound the latest round it held for failed on every route, or -1
 * @param routes what it tried, longest known first
 */
public record Vantage(
        String name, ClockOffset clock, long votedAt, Points points, long failedRound, List<RouteHistory> routes) {
    /** {@code failedRound} of a vantage that holds no round for failed. */
    public static final long NO_ROUND = -1;

    private static final int REMEMBERED_ROUNDS = 32;
    private static final double LOG10_E = 0.4342944819032518;
    private static final double SILENT_PHI = 8;

    /** A vantage seen for the first time. */
    public static Vantage first(String name, ClockOffset clock) {
        return new Vantage(name, clock, 0, Points.NONE, NO_ROUND, List.of());
    }

    /** With its clock. */
    public Vantage with(ClockOffset measured) {
        return new Vantage(name, measured, votedAt, points, failedRound, routes);
    }

    /** With its points. */
    public Vantage with(Points counted) {
        return counted.equals(points) ? this : new Vantage(name, clock, votedAt, counted, failedRound, routes);
    }

    /** With the round it holds for failed. */
    public Vantage withFailedRound(long round) {
        return new Vantage(name, clock, votedAt, points, round, routes);
    }

    /** With a route's history after a vote at that time; routes not tried for 32 rounds are forgotten. */
    public Vantage voted(RouteHistory history, long at) {
        List<RouteHistory> kept = new ArrayList<>(routes.size() + 1);
        boolean replaced = false;
        for (RouteHistory route : routes) {
            if (route.key().equals(history.key())) {
                kept.add(history);
                replaced = true;
            } else if (history.round() - route.round() < REMEMBERED_ROUNDS) {
                kept.add(route);
            }
        }
        if (!replaced) {
            kept.add(history);
        }
        return new Vantage(name, clock, Math.max(votedAt, at), points, failedRound, List.copyOf(kept));
    }

    /** With the outcomes of all routes forgotten: new evidence begins. */
    public Vantage forgetOutcomes() {
        return new Vantage(
                name,
                clock,
                votedAt,
                points,
                failedRound,
                routes.stream().map(RouteHistory::forgetOutcomes).toList());
    }

    /** With all rounds forgotten: the interval changed and rounds are numbered anew. */
    public Vantage forgetRounds() {
        return new Vantage(
                name, clock, votedAt, new Points(points.value(), points.lossPpm(), 0, 0), NO_ROUND, List.of());
    }

    /** The history of a route. */
    public Optional<RouteHistory> route(RouteKey key) {
        for (RouteHistory route : routes) {
            if (route.key().equals(key)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /** The latest round it voted in; 0 if none. */
    public long latestRound() {
        long latest = 0;
        for (RouteHistory route : routes) {
            latest = Math.max(latest, route.round());
        }
        return latest;
    }

    /** True if it voted within the given time before. */
    public boolean isLive(long now, long liveMillis) {
        return votedAt != 0 && now - votedAt <= liveMillis;
    }

    /**
     * True if it has been silent for so long that it must be gone: phi >= 8 of the phi-accrual failure detector
     * (Hayashibara 2004) with exponential gaps whose mean is a third of the time it counts as looking, that is, after 18.4
     * intervals as a rule.
     */
    public boolean isSilent(long now, long liveMillis) {
        return votedAt != 0 && LOG10_E * 3 * (now - votedAt) / liveMillis >= SILENT_PHI;
    }
}
