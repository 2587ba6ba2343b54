package org.mailcontinuity.probe.sample;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Trigger;

/**
 * One time that a monitor is checked.
 *
 * @param vantage whence
 * @param scheduledAt the instant of the grid, or the instant asked for
 */
public record Round(MonitorDefinition definition, String vantage, Trigger trigger, Instant scheduledAt) {
    /** The id of the sample that a check of this round on {@code route} gives. */
    public UUID sampleId(Check check, Optional<Route> route) {
        return Sample.idOf(definition.monitorId(), vantage, check, route, scheduledAt);
    }
}
