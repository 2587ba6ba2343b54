package org.mailcontinuity.notifier.alert;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.notifier.inbox.OrderedConsumer;
import org.mailcontinuity.notifier.inbox.Received;

/** Takes alerts, and what came of answers to them, from their topic. A tombstone is the topic's own tidying: what was told stays told. */
@Singleton
class AlertConsumer implements OrderedConsumer {
    private final Alerts alerts;
    private final Event<ReplyHandled> replies;

    AlertConsumer(Alerts alerts, Event<ReplyHandled> replies) {
        this.alerts = alerts;
        this.replies = replies;
    }

    @Override
    public Topic topic() {
        return Topics.ALERTS;
    }

    @Override
    public void handle(Received received) {
        if (received.message().orElse(null) instanceof AlertChanged alert) {
            alerts.accept(alert);
        } else if (received.message().orElse(null) instanceof ReplyHandled handled) {
            replies.fire(handled);
        }
    }
}
