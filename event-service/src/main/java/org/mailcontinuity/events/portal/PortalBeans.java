package org.mailcontinuity.events.portal;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.alert.Alerts;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.disruption.History;
import org.mailcontinuity.events.lifecycle.EventLifecycle;
import org.mailcontinuity.events.lifecycle.EventRepository;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.notification.NotificationRepository;
import org.mailcontinuity.events.usergroup.UserGroupRepository;
import org.mailcontinuity.events.window.WindowRepository;

/** Puts the feature's plain classes together. */
final class PortalBeans {
    @Produces
    @Singleton
    Door door(
            PortalConfig config, AlertRepository alerts, ContactRepository contacts, NotificationRepository attempts) {
        return new Door(new LinkKeys(config.publicKeys()), alerts, contacts, attempts);
    }

    @Produces
    @Singleton
    Scenes scenes(
            DisruptionRepository disruptions,
            History history,
            MonitorRepository monitors,
            WindowRepository windows,
            EventRepository events,
            UserGroupRepository groups) {
        return new Scenes(disruptions, history, monitors, windows, events, groups);
    }

    @Produces
    @Singleton
    Deeds deeds(
            Alerts alerts,
            AlertRepository alertRows,
            EventLifecycle events,
            UserGroupRepository groups,
            AuditRepository audit) {
        return new Deeds(alerts, alertRows, events, groups, audit);
    }

    @Produces
    @Singleton
    Replies replies(
            Door door,
            Deeds deeds,
            AlertRepository alerts,
            MonitorRepository monitors,
            EventRepository events,
            InstantSource clock) {
        return new Replies(door, deeds, alerts, monitors, events, clock);
    }

    @Produces
    @Singleton
    Gate gate(PortalConfig config, InstantSource clock) {
        return new Gate(config.requestsPerMinute(), clock);
    }
}
