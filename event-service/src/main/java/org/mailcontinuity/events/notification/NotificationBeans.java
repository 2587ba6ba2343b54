package org.mailcontinuity.events.notification;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mailcontinuity.events.contact.ContactRepository;

/** Puts the feature's plain classes together. */
final class NotificationBeans {
    @Produces
    @Singleton
    Told told(NotificationRepository attempts, ContactRepository contacts) {
        return new Told(attempts, contacts);
    }
}
