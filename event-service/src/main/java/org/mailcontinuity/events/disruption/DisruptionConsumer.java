package org.mailcontinuity.events.disruption;

import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.events.inbox.OrderedConsumer;
import org.mailcontinuity.events.inbox.Received;
import org.mailcontinuity.events.outbox.OutboxPublisher;

/** Follows the detector's findings and tells the stream of them. */
@Singleton
class DisruptionConsumer implements OrderedConsumer {
    private final Disruptions disruptions;
    private final OutboxPublisher outbox;

    DisruptionConsumer(Disruptions disruptions, OutboxPublisher outbox) {
        this.disruptions = disruptions;
        this.outbox = outbox;
    }

    @Override
    public Topic topic() {
        return Topics.DISRUPTIONS;
    }

    @Override
    public void handle(Received received) {
        if (received.message().orElse(null) instanceof DisruptionMessage message) {
            disruptions.follow(message);
            outbox.announce("disruption", message);
        }
    }
}
