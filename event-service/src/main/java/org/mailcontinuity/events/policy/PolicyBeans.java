package org.mailcontinuity.events.policy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.contactgroup.ContactGroupRepository;
import org.mailcontinuity.events.monitor.MonitorGuard;
import org.mailcontinuity.events.revision.Revisions;

/** Puts the feature's plain classes together. */
final class PolicyBeans {
    @Produces
    @Singleton
    Recipients recipients(ContactRepository contacts, ContactGroupRepository groups) {
        return new Recipients(contacts, groups);
    }

    @Produces
    @Singleton
    Revisions<PolicyEntity, Policy, PolicyRequest> policies(
            PolicyRepository rows,
            Recipients recipients,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new Revisions<>(new PolicyKind(rows, recipients), audit, clock, random);
    }

    @Produces
    @Singleton
    MonitorGuard policyOfMonitor(PolicyRepository rows) {
        return new PolicyOfMonitor(rows::exists);
    }
}
