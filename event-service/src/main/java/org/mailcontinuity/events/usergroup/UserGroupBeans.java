package org.mailcontinuity.events.usergroup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;

/** Puts the feature's plain classes together. */
final class UserGroupBeans {
    @Produces
    @Singleton
    UserGroups userGroups(
            UserGroupRepository rows, AuditRepository audit, InstantSource clock, RandomGenerator random) {
        return new UserGroups(rows, audit, clock, random);
    }
}
