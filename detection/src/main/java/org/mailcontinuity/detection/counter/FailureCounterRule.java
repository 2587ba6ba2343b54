package org.mailcontinuity.detection.counter;

import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * Consecutive windows with one counter for all directions of a monitor.
 *
 * <ol>
 *   <li>Windows follow each other without a gap and start at multiples of their length (default 2 minutes).
 *   <li>A round of a vantage fails if every route of the check failed in it: with a fallback that works, mail gets
 *       through. A route that gave no evidence in the round has not failed. A check without routes fails by itself.
 *   <li>A window with a failed round, in whatever direction, adds 1 when it ends; both directions failing is still 1.
 *   <li>Any other window, also one without a single vote, takes 1 away, never below 0.
 *   <li>At the end of a window that failed with the counter at the threshold (default 3) or above, each direction that
 *       failed in it is disrupted, severity DOWN.
 *   <li>When the counter is back at 0 every disruption is cleared.
 * </ol>
 *
 * <p>Worked example, threshold 3: windows F F S F F give 1 2 1 2 3: fires at the end of the fifth. Then S S S give 2 1 0:
 * cleared at the end of the eighth.
 */
public final class FailureCounterRule {
    private FailureCounterRule() {}

    /** The counter's value after a window. */
    public static int next(int value, boolean failed) {
        return failed ? Math.addExact(value, 1) : Math.max(0, value - 1);
    }

    /** Start of the window that an instant lies in, both in epoch milliseconds. */
    public static long windowOf(long at, long lengthMillis) {
        return Math.floorDiv(at, lengthMillis) * lengthMillis;
    }

    /**
     * True if the round is known to have failed on every route of the check that the vantage tried in the last 3
     * rounds. A check that reached no route failed for all of them.
     */
    public static boolean roundFailed(Vantage vantage, RouteKey tried, long round) {
        if (tried.route().isEmpty()) {
            int index = vantage.indexOf(tried);
            return index >= 0 && vantage.route(index).failed(round);
        }
        for (int i = 0; i < vantage.routes(); i++) {
            RouteHistory history = vantage.route(i);
            boolean counts = history.key().check() == tried.check() && round - history.round() < 3;
            if (counts && !history.failed(round)) {
                return false;
            }
        }
        return true;
    }
}
