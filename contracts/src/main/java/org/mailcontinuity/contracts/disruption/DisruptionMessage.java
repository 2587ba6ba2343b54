package org.mailcontinuity.contracts.disruption;

import java.time.Instant;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;

/** A change of a disruption. On the wire the fields of {@link Disruption} stand beside those of the change. */
public sealed interface DisruptionMessage extends Message
        permits DisruptionOpened, DisruptionChanged, DisruptionReopened, DisruptionCleared {

    /** The disruption as it now is. */
    Disruption disruption();

    /** When it changed, in event time. */
    Instant at();

    default UUID disruptionId() {
        return disruption().disruptionId();
    }

    @Override
    default String key() {
        return disruption().monitorId().toString();
    }
}
