package org.mailcontinuity.events.console;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Forgets sessions whose time is over. */
@Singleton
class SessionJob {
    private final SessionRepository sessions;
    private final InstantSource clock;

    SessionJob(SessionRepository sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        sessions.forgetBefore(clock.instant());
    }
}
