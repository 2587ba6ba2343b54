package org.mailcontinuity.events.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.events.inbox.OrderedConsumer;
import org.mailcontinuity.events.inbox.Received;
import org.mailcontinuity.events.proof.ProofRepository;

/** Keeps the notifier's attempts and what they prove of addresses, and passes on what contacts answered. */
@Singleton
class NotificationConsumer implements OrderedConsumer {
    private final NotificationRepository rows;
    private final ProofRepository proofs;
    private final Event<ContactReplied> replies;

    NotificationConsumer(NotificationRepository rows, ProofRepository proofs, Event<ContactReplied> replies) {
        this.rows = rows;
        this.proofs = proofs;
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
            attempted.addressId().ifPresent(addressId -> prove(attempted, addressId));
        } else if (received.message().orElse(null) instanceof ContactReplied replied) {
            replies.fire(replied);
        }
    }

    private void prove(NotificationAttempted attempted, UUID addressId) {
        switch (attempted.outcome()) {
            case SENT, CONFIRMED -> proofs.worked(attempted.contactId(), addressId, attempted.at(), attempted.via());
            case FAILED ->
                proofs.failed(
                        attempted.contactId(), addressId, attempted.at(), attempted.reply(), attempted.badAddress());
            case RETRYING, UNKNOWN -> {}
        }
    }
}
