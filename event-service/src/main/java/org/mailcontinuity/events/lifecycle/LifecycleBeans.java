package org.mailcontinuity.events.lifecycle;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.contactgroup.ContactGroupRepository;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.mode.Modes;
import org.mailcontinuity.events.usergroup.UserGroupRepository;

/** Puts the feature's plain classes together. */
final class LifecycleBeans {
    @Produces
    @Singleton
    EventLifecycle lifecycle(
            EventRepository events,
            EventFollowers followers,
            UserGroupRepository groups,
            DisruptionRepository disruptions,
            InstantSource clock,
            RandomGenerator random) {
        return new EventLifecycle(
                events, followers::follow, groups::missing, disruptions::lasts, disruptions::alertOf, clock, random);
    }

    @Produces
    @Singleton
    Stakeholders stakeholders(
            ContactRepository contacts, ContactGroupRepository contactGroups, UserGroupRepository userGroups) {
        return new Stakeholders(contacts, contactGroups, userGroups);
    }

    @Produces
    @Singleton
    EventFollowers followers(
            EventPublisher publisher, Modes modes, AuditRepository audit, Event<EventTransition> others) {
        return new EventFollowers(publisher, modes, audit, others::fire);
    }
}
