package org.mailcontinuity.events.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Kind;

/** Policies as resources with revisions. */
final class PolicyKind implements Kind<PolicyEntity, Policy, PolicyRequest> {
    private final PolicyRepository rows;
    private final Recipients recipients;

    PolicyKind(PolicyRepository rows, Recipients recipients) {
        this.rows = rows;
        this.recipients = recipients;
    }

    @Override
    public String name() {
        return "notification policy";
    }

    @Override
    public Identity identity(Policy policy) {
        return new Identity(policy.id(), policy.revision(), policy.createdAt(), policy.updatedAt());
    }

    @Override
    public Object view(Policy policy) {
        return PolicyView.of(policy);
    }

    @Override
    public PolicyRequest request(Policy policy) {
        return PolicyRequest.of(policy);
    }

    @Override
    public Policy made(PolicyRequest request, Identity identity, Optional<Policy> before) {
        Policy policy = new Policy(
                identity.id(),
                identity.revision(),
                request.name(),
                request.steps(),
                request.repeatInterval(),
                request.quietHours(),
                request.languages(),
                identity.createdAt(),
                identity.updatedAt());
        List<Violation> broken = new ArrayList<>(PolicyRules.check(request));
        require(
                "steps.contactIds",
                "CONTACT_UNKNOWN",
                "contacts",
                recipients.missingContacts(policy.contactIds()),
                broken);
        require(
                "steps.groupIds",
                "GROUP_UNKNOWN",
                "contact groups",
                recipients.missingGroups(policy.groupIds()),
                broken);
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
        return policy;
    }

    @Override
    public Optional<PolicyEntity> locked(UUID id) {
        return rows.locked(id);
    }

    @Override
    public Policy read(PolicyEntity row) {
        return rows.toPolicy(row);
    }

    @Override
    public void insert(Policy made) {
        rows.add(made);
    }

    @Override
    public void write(PolicyEntity row, Policy before, Policy after) {
        rows.write(row, after);
    }

    @Override
    public Optional<Refusal> deleted(PolicyEntity row, Policy last) {
        return rows.deleted(row)
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(
                        "POLICY_IN_USE", "A monitor names this policy; give it another one first."));
    }

    private static void require(String field, String rule, String what, Set<UUID> missing, List<Violation> broken) {
        if (!missing.isEmpty()) {
            broken.add(
                    new Violation(field, rule, "must name %s that exist, but there is no %s".formatted(what, missing)));
        }
    }
}
