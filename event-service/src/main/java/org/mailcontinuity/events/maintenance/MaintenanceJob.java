package org.mailcontinuity.events.maintenance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mailcontinuity.events.lifecycle.ContinuityEvent;
import org.mailcontinuity.events.lifecycle.EventScope;
import org.mailcontinuity.events.lifecycle.EventTransition;
import org.mailcontinuity.events.lifecycle.Span;
import org.mailcontinuity.events.monitor.MonitorUpkeep;

/**
 * Brings the spans that come near, and those of planned events as they change, to the monitors, and takes those away that
 * are over.
 */
@Singleton
class MaintenanceJob {
    private static final int BATCH = 200;

    private final MonitorUpkeep upkeep;
    private final AtomicBoolean news = new AtomicBoolean();

    MaintenanceJob(MonitorUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventTransition transition) {
        Optional<Planned> before = transition.before().flatMap(Planned::of);
        if (!before.equals(Planned.of(transition.event()))) {
            news.set(true);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        if (news.getAndSet(false)) {
            refresh();
        }
    }

    /** Many monitors may be concerned: not all in one transaction. */
    @Scheduled(every = "10m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        List<UUID> outdated = QuarkusTransaction.requiringNew().call(upkeep::outdated);
        for (int from = 0; from < outdated.size(); from += BATCH) {
            List<UUID> batch = outdated.subList(from, Math.min(from + BATCH, outdated.size()));
            QuarkusTransaction.requiringNew().run(() -> upkeep.refresh(batch));
        }
    }

    /** What of an event concerns monitors. */
    private record Planned(Span span, EventScope scope) {
        static Optional<Planned> of(ContinuityEvent event) {
            return event.planned().map(span -> new Planned(span, event.plan().scope()));
        }
    }
}
