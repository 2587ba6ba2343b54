package org.mailcontinuity.notifier.outbox;

import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.TimeOrderedId;

/**
 * Where a feature puts what it has to tell, in the transaction of the state it tells of: either both are committed or
 * neither. The relay publishes it at once after the commit, at least once, in order for each key.
 */
public final class OutboxPublisher {
    private final OutboxRepository rows;
    private final Event<OutboxWritten> written;
    private final InstantSource clock;
    private final RandomGenerator random;

    OutboxPublisher(OutboxRepository rows, Event<OutboxWritten> written, InstantSource clock, RandomGenerator random) {
        this.rows = rows;
        this.written = written;
        this.clock = clock;
        this.random = random;
    }

    /** Publishes {@code message} on its topic once the present transaction is committed. */
    public void add(Message message) {
        rows.insert(new OutboxRow(
                TimeOrderedId.at(clock.instant(), random),
                clock.instant(),
                Messages.typeOf(message.getClass()).topic().name(),
                message.key(),
                Messages.typeOf(message),
                Messages.encode(message)));
        written.fire(new OutboxWritten());
    }

    /** There is something for the relay, once the transaction is committed. */
    record OutboxWritten() {}
}
