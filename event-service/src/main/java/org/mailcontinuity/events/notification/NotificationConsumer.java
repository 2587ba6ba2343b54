package org.mailcontinuity.events.notification;

import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.events.inbox.OrderedConsumer;
import org.mailcontinuity.events.inbox.Received;

/** Keeps the notifier's attempts. */
@Singleton
class NotificationConsumer implements OrderedConsumer {
    private final NotificationRepository rows;

    NotificationConsumer(NotificationRepository rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topics.NOTIFICATIONS;
    }

    @Override
    public void handle(Received received) {
        if (received.message().orElse(null) instanceof NotificationAttempted attempted) {
            rows.add(attempted);
        }
    }
}
