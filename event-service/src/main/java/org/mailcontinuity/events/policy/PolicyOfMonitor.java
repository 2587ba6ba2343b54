package org.mailcontinuity.events.policy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.monitor.MonitorGuard;
import org.mailcontinuity.events.problem.Refusal;

/** Refuses a monitor whose policy is not there: its alerts would reach nobody. */
final class PolicyOfMonitor implements MonitorGuard {
    private final Predicate<UUID> exists;

    PolicyOfMonitor(Predicate<UUID> exists) {
        this.exists = exists;
    }

    @Override
    public Optional<Refusal> refusal(MonitorDefinition definition) {
        return definition
                .policyId()
                .filter(exists.negate())
                .map(id -> Refusal.Invalid.of(
                        "policyId",
                        "POLICY_UNKNOWN",
                        "must be a notification policy that exists, but there is no " + id));
    }
}
