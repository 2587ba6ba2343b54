package org.mailcontinuity.events.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;

/** A notification policy as a caller wants it. */
@Schema(example = """
                {"name": "mail is down", "repeatInterval": "PT30M",
                 "steps": [{"contactIds": ["0198f2a4-7c1e-7aa0-8f52-3d1c0a5be001"], "channels": ["EMAIL"]},
                           {"groupIds": ["0198f2a4-7c1e-7aa0-8f52-3d1c0a5be002"], "afterUnacknowledged": "PT15M"}]}
                """)
record PolicyRequest(
        @NotBlank @Size(max = 100) String name,
        @Size(min = 1, max = 10) List<PolicyStep> steps,
        Duration repeatInterval) {
    static final Duration DEFAULT_REPEAT = Duration.ofMinutes(30);

    PolicyRequest {
        steps = Require.list("steps", steps, 10);
        repeatInterval = Require.orElse(repeatInterval, DEFAULT_REPEAT);
    }

    static PolicyRequest of(Policy policy) {
        return new PolicyRequest(policy.name(), policy.steps(), policy.repeatInterval());
    }
}
