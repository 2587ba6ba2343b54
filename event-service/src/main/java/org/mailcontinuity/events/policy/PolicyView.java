package org.mailcontinuity.events.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.QuietHours;

/** A notification policy as the API shows it. */
record PolicyView(
        UUID policyId,
        long revision,
        String name,
        List<PolicyStep> steps,
        Duration repeatInterval,
        Optional<QuietHours> quietHours,
        List<String> languages,
        Instant createdAt,
        Instant updatedAt) {

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.id(),
                policy.revision(),
                policy.name(),
                policy.steps(),
                policy.repeatInterval(),
                policy.quietHours(),
                policy.languages(),
                policy.createdAt(),
                policy.updatedAt());
    }
}
