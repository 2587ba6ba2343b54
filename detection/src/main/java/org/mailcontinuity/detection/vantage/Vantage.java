package org.mailcontinuity.detection.vantage;

import java.util.Arrays;

/**
 * One vantage's view of one direction of a monitor. Immutable; parts that did not change are shared with the view before.
 */
public final class Vantage {
    /** {@link #failedRound} of a vantage that holds no round for failed. */
    public static final long NO_ROUND = -1;

    /** The most vantages that are remembered of a direction, and clocks of a monitor. */
    public static final int MOST = 64;

    private static final int REMEMBERED_ROUNDS = 32;
    private static final int MOST_ROUTES = 64;
    private static final double LOG10_E = 0.4342944819032518;
    private static final double SILENT_PHI = 8;
    private static final RouteHistory[] NO_ROUTES = {};

    private final String name;
    private final long votedAt;
    private final Points points;
    private final long failedRound;
    private final RouteHistory[] routes;

    /** @param routes never changed afterwards */
    public Vantage(String name, long votedAt, Points points, long failedRound, RouteHistory... routes) {
        this.name = name;
        this.votedAt = votedAt;
        this.points = points;
        this.failedRound = failedRound;
        this.routes = routes;
    }

    /**
     * With room for one more at the end, which is null: of 64 the one whose latest vote lies furthest back is forgotten.
     */
    public static Vantage[] withRoom(Vantage[] known) {
        if (known.length < MOST) {
            return Arrays.copyOf(known, known.length + 1);
        }
        int oldest = 0;
        for (int i = 1; i < known.length; i++) {
            oldest = known[i].votedAt < known[oldest].votedAt ? i : oldest;
        }
        Vantage[] next = new Vantage[known.length];
        System.arraycopy(known, 0, next, 0, oldest);
        System.arraycopy(known, oldest + 1, next, oldest, known.length - oldest - 1);
        return next;
    }

    /** A vantage seen for the first time. */
    public static Vantage first(String name) {
        return new Vantage(name, 0, Points.NONE, NO_ROUND, NO_ROUTES);
    }

    public String name() {
        return name;
    }

    /** Event time of its latest vote, by the broker's clock, epoch milliseconds; 0 if it never voted. */
    public long votedAt() {
        return votedAt;
    }

    /** Its sum. */
    public Points points() {
        return points;
    }

    /** The latest round it held for failed on every route, or {@link #NO_ROUND}. */
    public long failedRound() {
        return failedRound;
    }

    /** How many routes it knows. */
    public int routes() {
        return routes.length;
    }

    /** What it tried, longest known first. */
    public RouteHistory route(int index) {
        return routes[index];
    }

    /** Where the history of a route stands, or -1. */
    public int indexOf(RouteKey key) {
        for (int i = 0; i < routes.length; i++) {
            if (routes[i].key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** With its points. */
    public Vantage with(Points counted) {
        return counted.equals(points) ? this : new Vantage(name, votedAt, counted, failedRound, routes);
    }

    /** With the round it holds for failed. */
    public Vantage withFailedRound(long round) {
        return new Vantage(name, votedAt, points, round, routes);
    }

    /** With the history of the route at that index after a vote at that time; points as counted with it. */
    public Vantage voted(int index, RouteHistory history, long at) {
        RouteHistory[] next = routes.clone();
        next[index] = history;
        return new Vantage(name, Math.max(votedAt, at), points, failedRound, next);
    }

    /** With one more route, after its first vote; routes not tried for 32 rounds are forgotten. */
    public Vantage voted(RouteHistory history, long at) {
        RouteHistory[] next = new RouteHistory[routes.length + 1];
        int kept = 0;
        for (RouteHistory route : routes) {
            boolean recent = history.round() - route.round() < REMEMBERED_ROUNDS;
            if (recent && kept < MOST_ROUTES - 1) {
                next[kept++] = route;
            }
        }
        next[kept++] = history;
        return new Vantage(name, Math.max(votedAt, at), points, failedRound, Arrays.copyOf(next, kept));
    }

    /** With the outcomes of all routes before a round forgotten: new evidence begins with it. */
    public Vantage forgetOutcomesBefore(long round) {
        RouteHistory[] next = routes.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] = next[i].forgetOutcomesBefore(round);
        }
        return new Vantage(name, votedAt, points, failedRound, next);
    }

    /** With all rounds forgotten: the interval changed and rounds are numbered anew. */
    public Vantage forgetRounds() {
        return new Vantage(name, votedAt, new Points(points.value(), points.lossPpm(), 0, 0), NO_ROUND, NO_ROUTES);
    }

    /** True if a round is known to have failed over another route than that one, and not by greylisting alone. */
    public boolean failedBeside(RouteKey key, long round, long at) {
        for (RouteHistory route : routes) {
            if (route.failed(round) && !route.key().equals(key) && !route.isDeferred(at)) {
                return true;
            }
        }
        return false;
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
