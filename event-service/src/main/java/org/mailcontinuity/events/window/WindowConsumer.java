package org.mailcontinuity.events.window;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.inbox.OrderedConsumer;
import org.mailcontinuity.events.inbox.Received;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.pipeline.Heartbeats;

/** Stores windows and tells the stream of them, there without their samples; passes heartbeats on. */
@Singleton
class WindowConsumer implements OrderedConsumer {
    private final WindowRepository rows;
    private final WindowPartitions partitions;
    private final Heartbeats heartbeats;
    private final OutboxPublisher outbox;
    private final InstantSource clock;

    WindowConsumer(
            WindowRepository rows,
            WindowPartitions partitions,
            Heartbeats heartbeats,
            OutboxPublisher outbox,
            InstantSource clock) {
        this.rows = rows;
        this.partitions = partitions;
        this.heartbeats = heartbeats;
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
        if (!(received.message().orElse(null) instanceof WindowJudgement window)) {
            return;
        }
        if (window.monitorId().equals(PipelineSeen.MONITOR_ID)) {
            heartbeats.seen(window.end());
        } else if (partitions.ready(window.start(), clock.instant())) {
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
