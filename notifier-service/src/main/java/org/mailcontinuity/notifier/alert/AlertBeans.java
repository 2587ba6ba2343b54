package org.mailcontinuity.notifier.alert;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailcontinuity.notifier.channel.Channel;
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
            @Any Instance<Channel> channels,
            InstantSource clock) {
        Set<String> incidentChannels = channels.stream()
                .filter(Channel::hearsAcknowledgements)
                .map(Channel::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Alerts(rows, contacts, deliveries, jobs, new Escalation(config.patience(), incidentChannels), clock);
    }
}
