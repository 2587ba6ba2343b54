package org.mailcontinuity.events.inbox;

import jakarta.inject.Singleton;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.arrival.Arrival;

/** Hears of arrivals, which the service itself does not read. */
@Singleton
public class ArrivalConsumer implements OrderedConsumer {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger databaseAway = new AtomicInteger();

    @Override
    public Topic topic() {
        return Topics.ARRIVALS;
    }

    @Override
    public void handle(Received received) {
        if (databaseAway.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            throw new IllegalStateException(new SQLTransientConnectionException("away"));
        }
        heard.add(((Arrival) received.message().orElseThrow()).worker());
    }
}
