package org.mailcontinuity.notifier.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.notifier.delivery.DeliverySettled;
import org.mailcontinuity.notifier.job.ScheduledWork;

/** Looks at a continuity event again, when the time has come or a delivery surprised. */
@Singleton
class EventJob implements ScheduledWork {
    private final Events events;
    private final InstantSource clock;

    EventJob(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Events.JOB;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID eventId = UUID.fromString(instance.substring(0, instance.indexOf('@')));
        QuarkusTransaction.requiringNew().run(() -> events.look(eventId));
        return Optional.empty();
    }

    void hear(@Observes DeliverySettled settled) {
        if (!settled.notice().ofAlert()) {
            events.planLook(settled.subjectId(), clock.instant(), "+" + settled.deliveryId());
        }
    }
}
