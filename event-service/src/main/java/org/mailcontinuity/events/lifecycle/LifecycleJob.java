package org.mailcontinuity.events.lifecycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mailcontinuity.events.audit.Actor;

/**
 * Starts and ends events whose time has come, also what came while the service was down. Each in its own transaction,
 * each by one replica.
 */
@Singleton
class LifecycleJob {
    private static final Logger LOG = Logger.getLogger(LifecycleJob.class);
    private static final Actor SCHEDULE = Actor.system("schedule");

    private final EventRepository events;
    private final EventLifecycle lifecycle;
    private final InstantSource clock;

    LifecycleJob(EventRepository events, EventLifecycle lifecycle, InstantSource clock) {
        this.events = events;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void passTime() {
        Set<UUID> tried = new HashSet<>();
        Optional<UUID> moved = one(tried);
        while (moved.isPresent()) {
            tried.add(moved.get());
            moved = one(tried);
        }
    }

    /** Moves one due event. Returns its id; an event that cannot be moved now does not hold up the others. */
    private Optional<UUID> one(Set<UUID> except) {
        UUID[] claimed = new UUID[1];
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Optional<ContinuityEvent> due = events.claimDue(clock.instant(), except);
                due.ifPresent(event -> {
                    claimed[0] = event.id();
                    lifecycle.passTime(event, SCHEDULE);
                });
            });
        } catch (RuntimeException e) {
            if (claimed[0] == null) {
                LOG.warnf("due events not looked for cause=%s", e.getMessage());
            } else {
                LOG.errorf(e, "due event not moved event=%s", claimed[0]);
            }
        }
        return Optional.ofNullable(claimed[0]);
    }
}
