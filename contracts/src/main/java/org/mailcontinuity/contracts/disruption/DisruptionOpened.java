package org.mailcontinuity.contracts.disruption;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.mailcontinuity.contracts.Require;

/** A rule found a disruption. */
public record DisruptionOpened(@JsonUnwrapped Disruption disruption) implements DisruptionMessage {
    public DisruptionOpened {
        Require.present("disruption", disruption);
    }

    @Override
    public Instant at() {
        return disruption.detectedAt();
    }
}
