package org.mailcontinuity.contracts.disruption;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.mailcontinuity.contracts.Require;

/** A disruption ended. */
public record DisruptionCleared(@JsonUnwrapped Disruption disruption, Instant clearedAt, ClearReason reason)
        implements DisruptionMessage {
    public DisruptionCleared {
        Require.present("disruption", disruption);
        Require.present("clearedAt", clearedAt);
        Require.present("reason", reason);
    }

    @Override
    public Instant at() {
        return clearedAt;
    }
}
