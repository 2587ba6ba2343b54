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
 * than the evidence, so that an outage of all routes is not softened by the good rounds before it.
 *
 * <ol>
 *   <li>The failing route is the one with most failed rounds. If none failed, there are only defects: DEGRADED.
 *   <li>If another route of the same check has at least 3 good samples and at least 80 % good there, mail gets through
 *       by it: DEGRADED.
 *   <li>Else DOWN.
 * </ol>
 *
 * <p>Example: mx1 refuses (3 bad), mx2 accepts (3 good): DEGRADED. Then mx2 fails twice: 3 of 5 good: DOWN.
 */
public final class SeverityRule {
    private static final int ENOUGH_GOOD = 3;
    private static final int ENOUGH_PERCENT = 80;
    private static final RouteKey NOTHING = new RouteKey(Check.UNKNOWN, Optional.empty());

    private SeverityRule() {}

    /** The severity now. */
    public static Severity judge(Vantage[] vantages, long now, long liveMillis) {
        List<Tried> routes = new ArrayList<>();
        for (Vantage vantage : vantages) {
            if (vantage.isLive(now, liveMillis)) {
                add(routes, vantage);
            }
        }
        Tried worst = new Tried(NOTHING);
        for (Tried route : routes) {
            worst = route.bad > worst.bad ? route : worst;
        }
        if (worst.bad == 0) {
            return Severity.DEGRADED;
        }
        for (Tried other : routes) {
            if (other.key.check() == worst.key.check() && other != worst && other.works()) {
                return Severity.DEGRADED;
            }
        }
        return Severity.DOWN;
    }

    private static void add(List<Tried> routes, Vantage vantage) {
        long latest = vantage.latestRound();
        for (int i = 0; i < vantage.routes(); i++) {
            RouteHistory history = vantage.route(i);
            Tried tried = find(routes, history.key());
            tried.good += history.recentGood(latest);
            tried.bad += history.recentBad(latest);
        }
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
        int good;
        int bad;

        Tried(RouteKey key) {
            this.key = key;
        }

        boolean works() {
            return good >= ENOUGH_GOOD && 100 * good >= ENOUGH_PERCENT * (good + bad);
        }
    }
}
