package org.mailcontinuity.events.alert;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.policy.PolicyRepository;
import org.mailcontinuity.events.policy.Recipients;
import org.mailcontinuity.events.timeline.TimelineRepository;

/** Puts the feature's plain classes together. */
final class AlertBeans {
    @Produces
    @Singleton
    Alerts alerts(
            AlertRepository rows,
            MonitorRepository monitors,
            PolicyRepository policies,
            Recipients recipients,
            TimelineRepository timeline,
            OutboxPublisher outbox,
            InstantSource clock) {
        return new Alerts(rows, monitors, policies, recipients, timeline, outbox, clock);
    }
}
