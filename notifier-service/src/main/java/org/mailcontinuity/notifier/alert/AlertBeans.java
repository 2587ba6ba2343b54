package org.mailcontinuity.notifier.alert;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.delivery.DeliveryConfig;
import org.mailcontinuity.notifier.job.Jobs;

/** Puts the feature's plain classes together. */
final class AlertBeans {
    @Produces
    @Singleton
    Alerts alerts(
            AlertRepository rows,
            ContactRepository contacts,
            Deliveries deliveries,
            Jobs jobs,
            DeliveryConfig config,
            InstantSource clock) {
        return new Alerts(rows, contacts, deliveries, jobs, new Escalation(config.patience()), clock);
    }
}
