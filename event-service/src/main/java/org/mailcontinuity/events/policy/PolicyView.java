package org.mailcontinuity.events.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A notification policy as the API shows it. */
record PolicyView(
        UUID policyId,
        long revision,
        String name,
        List<PolicyStep> steps,
        Duration repeatInterval,
        Instant createdAt,
        Instant updatedAt) {

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.id(),
                policy.revision(),
                policy.name(),
                policy.steps(),
                policy.repeatInterval(),
                policy.createdAt(),
                policy.updatedAt());
    }
}
