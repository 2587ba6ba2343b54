package org.mailcontinuity.events.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.EntityTags;

/** Makes, changes and deletes policies. Every method runs in the caller's transaction. */
final class Policies {
    private static final String KIND = "notification policy";

    private final PolicyRepository rows;
    private final Recipients recipients;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    Policies(
            PolicyRepository rows,
            Recipients recipients,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        this.rows = rows;
        this.recipients = recipients;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    Policy create(PolicyRequest request, Actor actor) {
        Instant now = clock.instant();
        Policy made = new Policy(
                TimeOrderedId.at(now, random),
                1,
                request.name(),
                request.steps(),
                request.repeatInterval(),
                request.quietHours(),
                request.languages(),
                now,
                now);
        sound(request, made);
        rows.add(made);
        audit.record(actor, "create", KIND, made.id(), null, PolicyView.of(made));
        return made;
    }

    Policy change(UUID id, @Nullable String ifMatch, UnaryOperator<PolicyRequest> change, Actor actor) {
        PolicyEntity row = locked(id);
        Policy before = rows.toPolicy(row);
        EntityTags.require(ifMatch, before.revision());
        PolicyRequest wanted = change.apply(PolicyRequest.of(before));
        Policy after = new Policy(
                id,
                before.revision() + 1,
                wanted.name(),
                wanted.steps(),
                wanted.repeatInterval(),
                wanted.quietHours(),
                wanted.languages(),
                before.createdAt(),
                clock.instant());
        sound(wanted, after);
        rows.write(row, after);
        audit.record(actor, "change", KIND, id, PolicyView.of(before), PolicyView.of(after));
        return after;
    }

    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        PolicyEntity row = locked(id);
        Policy before = rows.toPolicy(row);
        EntityTags.require(ifMatch, before.revision());
        if (!rows.deleted(row)) {
            throw new RefusedException(
                    new Refusal.Conflict("POLICY_IN_USE", "A monitor names this policy; give it another one first."));
        }
        audit.record(actor, "delete", KIND, id, PolicyView.of(before), null);
    }

    private PolicyEntity locked(UUID id) {
        return rows.locked(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }

    private void sound(PolicyRequest request, Policy policy) {
        List<Violation> broken = new ArrayList<>(PolicyRules.check(request));
        Set<UUID> contacts = recipients.missingContacts(policy.contactIds());
        if (!contacts.isEmpty()) {
            broken.add(new Violation(
                    "steps.contactIds",
                    "CONTACT_UNKNOWN",
                    "must name contacts that exist, but there is no " + contacts));
        }
        Set<UUID> groups = recipients.missingGroups(policy.groupIds());
        if (!groups.isEmpty()) {
            broken.add(new Violation(
                    "steps.groupIds",
                    "GROUP_UNKNOWN",
                    "must name contact groups that exist, but there is no " + groups));
        }
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
    }
}
