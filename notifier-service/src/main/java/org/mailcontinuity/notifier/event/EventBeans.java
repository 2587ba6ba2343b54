package org.mailcontinuity.notifier.event;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.notifier.alert.Alerts;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.delivery.DeliveryConfig;
import org.mailcontinuity.notifier.job.Jobs;

/** Puts the feature's plain classes together. */
final class EventBeans {
    @Produces
    @Singleton
    Events events(
            EventRepository rows,
            ContactRepository contacts,
            Alerts alerts,
            Deliveries deliveries,
            Jobs jobs,
            DeliveryConfig config,
            InstantSource clock) {
        return new Events(rows, contacts, alerts, deliveries, jobs, config.patience(), clock);
    }
}
