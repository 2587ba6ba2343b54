package org.mailcontinuity.events.disruption;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.events.alert.Alerts;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.notification.Told;
import org.mailcontinuity.events.timeline.TimelineRepository;

/** Puts the feature's plain classes together. */
final class DisruptionBeans {
    @Produces
    @Singleton
    Disruptions disruptions(
            DisruptionRepository rows,
            MonitorRepository monitors,
            Alerts alerts,
            TimelineRepository timeline,
            InstantSource clock) {
        return new Disruptions(rows, monitors, alerts, timeline, clock);
    }

    @Produces
    @Singleton
    History history(TimelineRepository timeline, Told told) {
        return new History(timeline, told);
    }
}
