package org.mailcontinuity.probe.sample;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.probe.dialing.Course;

/**
 * What one check found on one route.
 *
 * @param route absent where no route was known
 * @param transcript what was said; empty where nobody asked for it
 */
public record Measurement(
        Direction direction, Check check, Optional<Route> route, Course course, List<String> transcript) {
    public Measurement {
        transcript = List.copyOf(transcript);
    }
}
