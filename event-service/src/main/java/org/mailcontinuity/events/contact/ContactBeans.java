package org.mailcontinuity.events.contact;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.monitor.MonitorGuard;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.revision.Revisions;

/** Puts the feature's plain classes together. */
final class ContactBeans {
    @Produces
    @Singleton
    Contacts contacts(
            ContactRepository rows,
            MonitorRepository monitors,
            OutboxPublisher outbox,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new Contacts(new Revisions<>(new ContactKind(rows, monitors::watches, outbox), audit, clock, random));
    }

    @Produces
    @Singleton
    MonitorGuard silencedContacts(ContactRepository rows, MonitorRepository monitors) {
        return new SilencedContacts(rows::withEmailIn, monitors::watches);
    }
}
