package org.mailcontinuity.events.vantage;

import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.events.inbox.OrderedConsumer;
import org.mailcontinuity.events.inbox.Received;

/** Follows what the workers tell of themselves. */
@Singleton
class VantageConsumer implements OrderedConsumer {
    private final VantageRepository rows;

    VantageConsumer(VantageRepository rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topics.VANTAGES;
    }

    @Override
    public void handle(Received received) {
        if (received.message().isEmpty()) {
            rows.delete(received.key());
        } else if (received.message().get() instanceof VantageStatus status) {
            rows.write(status);
        }
    }
}
