package org.mailcontinuity.events.disruption;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** How long nobody is to be notified: until a time, or for a while. */
@Schema(example = "{\"for\": \"PT1H\"}")
record SuspensionRequest(
        Optional<Instant> until, @JsonProperty("for") Optional<Duration> length) {
    SuspensionRequest {
        until = Require.orElse(until, Optional.empty());
        length = Require.orElse(length, Optional.empty());
    }

    Instant end(Instant now) {
        if (until.isPresent() == length.isPresent()) {
            throw new RefusedException(Refusal.Invalid.of("until", "EITHER", "must be given exactly when for is not"));
        }
        return until.orElseGet(() -> now.plus(length.orElseThrow()));
    }
}
