package org.mailcontinuity.detection.cause;

import java.util.Optional;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;

/**
 * Why mail does not flow, as far as was seen.
 *
 * @param stage where it stops; empty where nobody can see
 * @param route the one route concerned; empty where it is all of several
 * @param causeKey the same for all disruptions that have the cause in common
 * @param sentence for an administrator to read
 * @param confidence share of the evidence that points here, 0 to 1
 */
public record Cause(
        Optional<Stage> stage,
        Optional<Fault> fault,
        Optional<Route> route,
        String causeKey,
        String sentence,
        double confidence) {}
