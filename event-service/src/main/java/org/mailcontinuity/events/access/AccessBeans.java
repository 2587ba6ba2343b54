package org.mailcontinuity.events.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;

/** Puts the feature's plain classes together. */
final class AccessBeans {
    @Produces
    @Singleton
    Tokens tokens(TokenRepository rows, AuditRepository audit, InstantSource clock, RandomGenerator random) {
        return new Tokens(rows, audit, clock, random);
    }

    @Produces
    @Singleton
    Holders holders(Tokens tokens, TokenRepository rows, InstantSource clock) {
        return new Holders(tokens, rows, clock);
    }

    @Produces
    @Singleton
    RateLimit rateLimit(AccessConfig config, InstantSource clock) {
        return new RateLimit(config.rateLimit().perSecond(), config.rateLimit().burst(), clock);
    }
}
