package org.mailcontinuity.events.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets keys after 24 hours. */
@Singleton
class IdempotencyJob {
    private static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyRepository keys;
    private final InstantSource clock;

    IdempotencyJob(IdempotencyRepository keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        keys.forgetBefore(clock.instant().minus(KEPT));
    }
}
