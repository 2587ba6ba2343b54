package org.mailcontinuity.notifier.event;

import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.notifier.inbox.OrderedConsumer;
import org.mailcontinuity.notifier.inbox.Received;

/** Takes events from their topic. A tombstone is the topic's own tidying: what was told stays told. */
@Singleton
class EventConsumer implements OrderedConsumer {
    private final Events events;

    EventConsumer(Events events) {
        this.events = events;
    }

    @Override
    public Topic topic() {
        return Topics.EVENTS;
    }

    @Override
    public void handle(Received received) {
        if (received.message().orElse(null) instanceof ContinuityEventChanged event) {
            events.accept(event);
        }
    }
}
