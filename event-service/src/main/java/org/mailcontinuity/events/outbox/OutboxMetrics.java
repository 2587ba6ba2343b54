package org.mailcontinuity.events.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far the relay is behind. */
@Singleton
class OutboxMetrics {
    private final EntityManager database;
    private final InstantSource clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();

    OutboxMetrics(EntityManager database, InstantSource clock, StoppedLanes stopped, MeterRegistry registry) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("continuity.outbox.waiting", waiting, AtomicLong::get)
                .description("Messages that are not published yet")
                .register(registry);
        Gauge.builder("continuity.outbox.age.seconds", oldestMillis, age -> age.get() / 1000.0)
                .description("How long the oldest of them has waited")
                .register(registry);
        Gauge.builder("continuity.outbox.stopped.keys", stopped, StoppedLanes::count)
                .description("Keys whose next message the broker refuses")
                .register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void look() {
        Object[] row = (Object[])
                database.createQuery("select count(*), min(writtenAt) from OutboxEntity where sentAt is null")
                        .getSingleResult();
        waiting.set((Long) row[0]);
        oldestMillis.set(Optional.ofNullable((Instant) row[1])
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis())
                .orElse(0L));
    }
}
