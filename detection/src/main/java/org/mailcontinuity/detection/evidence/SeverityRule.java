package org.mailcontinuity.detection.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * How bad a disruption is, judged at every vote over the last 10 rounds of the vantages that look, and no further back
 * than the evidence.
 *
 * <ol>
 *   <li>The failing route is the one with most failed rounds. If none failed, there are only defects: DEGRADED.
 *   <li>Of each other route of the same check, the good rounds are counted in which the failing route did not work at that
 *       vantage, and all bad ones: what worked before the fault began says nothing of it, even where an earlier failure
 *       made the evidence begin sooner.
 *   <li>A vantage owes the other route's answer if the failing route has failed in its latest round, and the other one,
 *       which was tried in the round before, has not been heard of in this one.
 *   <li>Mail gets through by a route with at least 3 good rounds and at least 80 % good: DEGRADED, once the answers owed
 *       could not change that.
 *   <li>While they could, it is not decided yet: whoever is about to tell waits for them, which takes as long as a check.
 *   <li>Else DOWN.
 * </ol>
 *
 * <p>Example, three vantages: mx1 refuses everybody, and mx2 accepted just before it went down too: 3 good. In the next
 * round mx1 refuses all three again before mx2 has answered any: 3 good, 3 owed, between 3 of 6 and 6 of 6: not decided.
 * mx2 refuses the first one: at best 5 of 6, not decided. It refuses the second one: at best 4 of 6: DOWN, and never
 * DEGRADED before. Had it accepted twice, 5 of 6 at worst: DEGRADED.
 */
public final class SeverityRule {
    private static final int ENOUGH_GOOD = 3;
    private static final int ENOUGH_PERCENT = 80;

    private SeverityRule() {}

    /** The severity now; empty while the answer of a route decides it that is still owed. */
    public static Optional<Severity> judge(Vantage[] vantages, long now, long liveMillis) {
        List<Vantage> looking = new ArrayList<>(vantages.length);
        for (Vantage vantage : vantages) {
            if (vantage.isLive(now, liveMillis)) {
                looking.add(vantage);
            }
        }
        List<Tried> routes = routes(looking);
        Tried worst = new Tried(new RouteKey(Check.UNKNOWN, Optional.empty()));
        for (Tried route : routes) {
            worst = route.failed > worst.failed ? route : worst;
        }
        if (worst.failed == 0) {
            return Optional.of(Severity.DEGRADED);
        }
        boolean decided = true;
        for (Tried other : routes) {
            if (other.key.check() != worst.key.check() || other == worst) {
                continue;
            }
            other.compare(worst.key, looking);
            if (works(other.good, other.bad + other.owed)) {
                return Optional.of(Severity.DEGRADED);
            }
            decided &= !works(other.good + other.owed, other.bad);
        }
        return decided ? Optional.of(Severity.DOWN) : Optional.empty();
    }

    private static boolean works(int good, int bad) {
        return good >= ENOUGH_GOOD && 100 * good >= ENOUGH_PERCENT * (good + bad);
    }

    private static List<Tried> routes(List<Vantage> looking) {
        List<Tried> routes = new ArrayList<>();
        for (Vantage vantage : looking) {
            long latest = vantage.latestRound();
            for (int i = 0; i < vantage.routes(); i++) {
                find(routes, vantage.route(i).key()).failed += vantage.route(i).recentBad(latest);
            }
        }
        return routes;
    }

    private static Tried find(List<Tried> routes, RouteKey key) {
        for (Tried known : routes) {
            if (known.key.equals(key)) {
                return known;
            }
        }
        Tried added = new Tried(key);
        routes.add(added);
        return added;
    }

    /** Rounds of one route, of all vantages together. */
    private static final class Tried {
        final RouteKey key;
        int failed;
        int good;
        int bad;
        int owed;

        Tried(RouteKey key) {
            this.key = key;
        }

        /** Counts what this route did while the failing one did not work. */
        void compare(RouteKey failing, List<Vantage> looking) {
            for (Vantage vantage : looking) {
                int mine = vantage.indexOf(key);
                if (mine < 0) {
                    continue;
                }
                RouteHistory own = vantage.route(mine);
                long latest = vantage.latestRound();
                int theirs = vantage.indexOf(failing);
                int worked = theirs < 0 ? 0 : working(vantage.route(theirs), latest);
                good += Integer.bitCount(own.goodRounds(latest) & ~worked);
                bad += own.recentBad(latest);
                owed += theirs >= 0 && owes(own, vantage.route(theirs)) ? 1 : 0;
            }
        }

        private static int working(RouteHistory failing, long latest) {
            return failing.goodRounds(latest) & ~failing.badRounds(latest);
        }

        private static boolean owes(RouteHistory own, RouteHistory failing) {
            long round = failing.round();
            return failing.failed(round) && !own.knows(round) && own.knows(round - 1);
        }
    }
}
