package org.mailcontinuity.events.disruption;

import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;

/** Which disruptions a list shows; absent = any. */
record DisruptionFilter(
        Optional<UUID> monitorId,
        Optional<DisruptionState> state,
        Optional<Severity> severity,
        Optional<Direction> direction) {}
