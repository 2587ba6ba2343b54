package org.mailcontinuity.events.monitor;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;

/** Puts the feature's plain classes together. */
final class MonitorBeans {
    @Produces
    @Singleton
    Monitors monitors(
            MonitorRepository rows,
            @All List<MonitorGuard> guards,
            OutboxPublisher outbox,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new Monitors(rows, guards, outbox, audit, clock, random);
    }
}
