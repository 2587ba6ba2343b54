package org.mailcontinuity.notifier.alert;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.notifier.delivery.DeliverySettled;
import org.mailcontinuity.notifier.job.ScheduledWork;

/** Looks at an alert again, when the time has come or a delivery surprised. */
@Singleton
class AlertJob implements ScheduledWork {
    private final Alerts alerts;
    private final InstantSource clock;

    AlertJob(Alerts alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Alerts.JOB;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID alertId = UUID.fromString(instance.substring(0, instance.indexOf('@')));
        QuarkusTransaction.requiringNew().run(() -> alerts.look(alertId));
        return Optional.empty();
    }

    void hear(@Observes DeliverySettled settled) {
        if (settled.notice().ofAlert()) {
            alerts.planLook(settled.subjectId(), clock.instant(), "+" + settled.deliveryId());
        }
    }
}
