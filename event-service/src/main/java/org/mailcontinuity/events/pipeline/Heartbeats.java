package org.mailcontinuity.events.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;

/**
 * Tells the readers of alerts, by the road that alerts take, that samples get through: at most every 30 seconds, however
 * many probes there are. One thread.
 */
public final class Heartbeats {
    private static final Duration APART = Duration.ofSeconds(30);

    /** What is older shows that something is stuck, not that it works. */
    private static final Duration STALE = Duration.ofMinutes(2);

    private final Consumer<PipelineSeen> outbox;
    private final InstantSource clock;
    private Instant toldAt = Instant.EPOCH;

    /** @param outbox takes what is to be told, in the caller's transaction */
    Heartbeats(Consumer<PipelineSeen> outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A sample made at {@code sampledAt} got here. */
    public void seen(Instant sampledAt) {
        Instant now = clock.instant();
        if (now.isBefore(toldAt.plus(APART)) || sampledAt.isBefore(now.minus(STALE))) {
            return;
        }
        outbox.accept(new PipelineSeen(now, sampledAt));
        toldAt = now;
    }
}
