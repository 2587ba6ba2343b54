package org.mailcontinuity.events.portal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.link.PortalToken;
import org.mailcontinuity.contracts.link.PortalToken.Verification;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.notification.NotificationRepository;

/**
 * Opens links: the signature must be ours, the time not over, the alert still there, and the contact one that the alert
 * is or was for. Runs in the caller's transaction.
 */
final class Door {
    private final LinkKeys keys;
    private final AlertRepository alerts;
    private final ContactRepository contacts;
    private final NotificationRepository attempts;

    Door(LinkKeys keys, AlertRepository alerts, ContactRepository contacts, NotificationRepository attempts) {
        this.keys = keys;
        this.alerts = alerts;
        this.contacts = contacts;
        this.attempts = attempts;
    }

    Opening open(String token, Instant now) {
        return switch (PortalToken.verify(token, keys::key, now)) {
            case Verification.Forged forged -> new Opening.Shut(ClosedPage.UNKNOWN);
            case Verification.Expired expired -> new Opening.Shut(ClosedPage.EXPIRED);
            case Verification.Valid valid -> open(valid.token());
        };
    }

    /** Opens an alert to a contact whom somebody else has made sure of, as a link of this moment would. */
    Opening openTo(UUID alertId, UUID contactId, Instant now) {
        return open(new PortalToken(1, alertId, contactId, now));
    }

    private Opening open(PortalToken link) {
        Optional<Contact> contact = contacts.contact(link.contactId());
        Optional<Alert> alert = alerts.alert(link.alertId());
        return contact.isPresent() && alert.isPresent() && concerned(link)
                ? new Opening.Open(link, contact.get(), alert.get())
                : new Opening.Shut(ClosedPage.WITHDRAWN);
    }

    private boolean concerned(PortalToken link) {
        boolean onTheLadder = alerts.message(link.alertId()).stream()
                .flatMap(alert -> alert.steps().stream())
                .anyMatch(step -> step.contactIds().contains(link.contactId()));
        return onTheLadder || attempts.wasTold(link.alertId(), link.contactId());
    }
}
