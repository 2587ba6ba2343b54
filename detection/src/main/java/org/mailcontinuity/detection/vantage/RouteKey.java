package org.mailcontinuity.detection.vantage;

import java.util.Comparator;
import java.util.Optional;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Route;

/** What was tried: a kind of check, over a route where the check has routes. */
public record RouteKey(Check check, Optional<Route> route) implements Comparable<RouteKey> {
    private static final Comparator<RouteKey> ORDER = Comparator.comparing(RouteKey::check)
            .thenComparing(key -> key.route.map(Route::host).orElse(""))
            .thenComparing(key -> key.route.map(Route::port).orElse(0))
            .thenComparing(key -> key.route
                    .map(route -> route.preference().orElse(Integer.MAX_VALUE))
                    .orElse(0));

    /** True if that is what was tried. */
    public boolean is(Check triedCheck, Optional<Route> triedRoute) {
        return check == triedCheck && route.equals(triedRoute);
    }

    @Override
    public int compareTo(RouteKey other) {
        return ORDER.compare(this, other);
    }
}
