package org.mailcontinuity.contracts.disruption;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.mailcontinuity.contracts.Require;

/** Severity or cause of an open disruption changed. */
public record DisruptionChanged(@JsonUnwrapped Disruption disruption, Instant changedAt) implements DisruptionMessage {
    public DisruptionChanged {
        Require.present("disruption", disruption);
        Require.present("changedAt", changedAt);
    }

    @Override
    public Instant at() {
        return changedAt;
    }
}
