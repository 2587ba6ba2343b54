package org.mailcontinuity.contracts.pipeline;

import java.time.Instant;
import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * A synthetic sample got through Kafka, the detector and the event-service. Written at most every 30 seconds, on the topic
 * of alerts, so that whoever reads it knows that alerts would come too.
 *
 * @param seenAt when the event-service had it
 * @param sampledAt when the probe made it: the end of the judged window that it came from
 */
public record PipelineSeen(Instant seenAt, Instant sampledAt) implements Message {
    /** The monitor of synthetic samples. No definition has it, nothing is checked for it, and no disruption comes of it. */
    public static final UUID MONITOR_ID = DerivedId.of("pipeline");

    public static final String KEY = "pipeline";

    public PipelineSeen {
        Require.present("seenAt", seenAt);
        Require.present("sampledAt", sampledAt);
    }

    @Override
    public String key() {
        return KEY;
    }
}
