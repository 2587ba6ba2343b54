package org.mailcontinuity.detection.evidence;

import java.util.HashMap;
import java.util.Map;
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

    private SeverityRule() {}

    private record Tried(int good, int bad) {
        Tried plus(int moreGood, int moreBad) {
            return new Tried(good + moreGood, bad + moreBad);
        }

        boolean works() {
            return good >= ENOUGH_GOOD && 100 * good >= ENOUGH_PERCENT * (good + bad);
        }
    }

    /** The severity now. */
    public static Severity judge(Vantage[] vantages, long now, long liveMillis) {
        Map<RouteKey, Tried> routes = new HashMap<>();
        for (Vantage vantage : vantages) {
            if (vantage.isLive(now, liveMillis)) {
                add(routes, vantage);
            }
        }
        return routes.entrySet().stream()
                .filter(entry -> entry.getValue().bad > 0)
                .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.bad, b.bad)))
                .map(worst -> besides(worst.getKey(), routes))
                .orElse(Severity.DEGRADED);
    }

    private static Severity besides(RouteKey failing, Map<RouteKey, Tried> routes) {
        Check check = failing.check();
        boolean another = routes.entrySet().stream()
                .anyMatch(entry -> entry.getKey().check() == check
                        && !entry.getKey().equals(failing)
                        && entry.getValue().works());
        return another ? Severity.DEGRADED : Severity.DOWN;
    }

    private static void add(Map<RouteKey, Tried> routes, Vantage vantage) {
        long latest = vantage.latestRound();
        for (int i = 0; i < vantage.routes(); i++) {
            RouteHistory history = vantage.route(i);
            Tried before = routes.getOrDefault(history.key(), new Tried(0, 0));
            routes.put(history.key(), before.plus(history.recentGood(latest), history.recentBad(latest)));
        }
    }
}
