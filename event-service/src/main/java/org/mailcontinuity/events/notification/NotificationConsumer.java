package org.mailcontinuity.events.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.events.inbox.OrderedConsumer;
import org.mailcontinuity.events.inbox.Received;

/** Keeps the notifier's attempts, and passes on what contacts answered. */
@Singleton
class NotificationConsumer implements OrderedConsumer {
    private final NotificationRepository rows;
    private final Event<ContactReplied> replies;

    NotificationConsumer(NotificationRepository rows, Event<ContactReplied> replies) {
        this.rows = rows;
        this.replies = replies;
    }

    @Override
    public Topic topic() {
        return Topics.NOTIFICATIONS;
    }

    @Override
    public void handle(Received received) {
        if (received.message().orElse(null) instanceof NotificationAttempted attempted) {
            rows.add(attempted);
        } else if (received.message().orElse(null) instanceof ContactReplied replied) {
            replies.fire(replied);
        }
    }
}
