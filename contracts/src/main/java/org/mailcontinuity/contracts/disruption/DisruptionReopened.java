package org.mailcontinuity.contracts.disruption;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.mailcontinuity.contracts.Require;

/** A disruption that had been cleared goes on: the fault came back before it could count as a new one. */
public record DisruptionReopened(@JsonUnwrapped Disruption disruption, Instant reopenedAt)
        implements DisruptionMessage {
    public DisruptionReopened {
        Require.present("disruption", disruption);
        Require.present("reopenedAt", reopenedAt);
    }

    @Override
    public Instant at() {
        return reopenedAt;
    }
}
