package org.mailcontinuity.probe.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Volume;

/**
 * What one source counted of one monitor and direction in one minute.
 *
 * @param minute its begin, a whole minute of UTC
 */
record TrafficCount(UUID monitorId, Direction direction, Instant minute, Volume volume) {
    static final Duration SPAN = Duration.ofMinutes(1);
}
