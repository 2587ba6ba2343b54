package org.mailcontinuity.events.window;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.inbox.OrderedConsumer;
import org.mailcontinuity.events.inbox.Received;
import org.mailcontinuity.events.outbox.OutboxPublisher;

/** Stores windows and tells the stream of them, there without their samples. */
@Singleton
class WindowConsumer implements OrderedConsumer {
    private final WindowRepository rows;
    private final WindowPartitions partitions;
    private final OutboxPublisher outbox;
    private final InstantSource clock;

    WindowConsumer(WindowRepository rows, WindowPartitions partitions, OutboxPublisher outbox, InstantSource clock) {
        this.rows = rows;
        this.partitions = partitions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topics.WINDOWS;
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void handle(Received received) {
        if (received.message().orElse(null) instanceof WindowJudgement window
                && partitions.ready(window.start(), clock.instant())) {
            rows.add(window);
            rows.follow(window);
            outbox.announce("window", withoutSamples(window));
        }
    }

    private static WindowJudgement withoutSamples(WindowJudgement window) {
        return new WindowJudgement(
                window.monitorId(),
                window.direction(),
                window.start(),
                window.end(),
                window.verdict(),
                window.counts(),
                window.evidence(),
                window.failureCounter(),
                window.latency(),
                window.volume(),
                window.worstStage(),
                window.fault(),
                List.of());
    }
}
