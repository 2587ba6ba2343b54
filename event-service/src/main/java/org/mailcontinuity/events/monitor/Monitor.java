package org.mailcontinuity.events.monitor;

import java.time.Instant;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;

/** A monitor's definition, and when it was made and last changed. */
public record Monitor(MonitorDefinition definition, Instant createdAt, Instant updatedAt) {}
