package org.mailcontinuity.notifier.alert;

import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.notifier.inbox.OrderedConsumer;
import org.mailcontinuity.notifier.inbox.Received;

/** Takes alerts from their topic. A tombstone is the topic's own tidying: what was told stays told. */
@Singleton
class AlertConsumer implements OrderedConsumer {
    private final Alerts alerts;

    AlertConsumer(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Topic topic() {
        return Topics.ALERTS;
    }

    @Override
    public void handle(Received received) {
        if (received.message().orElse(null) instanceof AlertChanged alert) {
            alerts.accept(alert);
        }
    }
}
