package org.mailcontinuity.events.portal;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets forms once their links have long expired. */
@Singleton
class PortalJob {
    private static final Duration KEPT = Duration.ofDays(2);

    private final PortalRepository forms;
    private final InstantSource clock;

    PortalJob(PortalRepository forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        forms.forgetBefore(clock.instant().minus(KEPT));
    }
}
