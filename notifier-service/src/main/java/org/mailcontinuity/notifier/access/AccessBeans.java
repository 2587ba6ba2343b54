package org.mailcontinuity.notifier.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the feature's plain classes together. */
final class AccessBeans {
    @Produces
    @Singleton
    ServiceTokens serviceTokens(AccessConfig config, InstantSource clock) {
        return new ServiceTokens(config.trustedKeys(), "event-service", clock);
    }
}
