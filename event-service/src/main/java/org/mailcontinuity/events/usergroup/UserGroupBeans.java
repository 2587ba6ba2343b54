package org.mailcontinuity.events.usergroup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;

/** Puts the feature's plain classes together. */
final class UserGroupBeans {
    @Produces
    @Singleton
    UserGroups userGroups(
            UserGroupRepository rows,
            OutboxPublisher outbox,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new UserGroups(rows, outbox, audit, clock, random);
    }
}
