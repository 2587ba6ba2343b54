package org.mailcontinuity.events.pipeline;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.events.outbox.OutboxPublisher;

/** Puts the feature's plain class together. */
final class PipelineBeans {
    @Produces
    @Singleton
    Heartbeats heartbeats(OutboxPublisher outbox, InstantSource clock) {
        return new Heartbeats(outbox::add, clock);
    }
}
