package org.mailcontinuity.detection.vantage;

import java.util.Optional;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Route;

/** What was tried: a kind of check, over a route where the check has routes. */
public record RouteKey(Check check, Optional<Route> route) {}
