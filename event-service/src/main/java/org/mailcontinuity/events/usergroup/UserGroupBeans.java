package org.mailcontinuity.events.usergroup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.revision.Revisions;

/** Puts the feature's plain classes together. */
final class UserGroupBeans {
    @Produces
    @Singleton
    UserGroupKind kind(UserGroupRepository rows, OutboxPublisher outbox) {
        return new UserGroupKind(rows, outbox);
    }

    @Produces
    @Singleton
    Revisions<UserGroupEntity, Membership, UserGroupRequest> revisions(
            UserGroupKind kind, AuditRepository audit, InstantSource clock, RandomGenerator random) {
        return new Revisions<>(kind, audit, clock, random);
    }

    @Produces
    @Singleton
    UserGroups userGroups(
            UserGroupRepository rows,
            UserGroupKind kind,
            Revisions<UserGroupEntity, Membership, UserGroupRequest> revisions) {
        return new UserGroups(rows, kind, revisions);
    }
}
