package org.mailcontinuity.probe.traffic;

import java.util.concurrent.atomic.LongAdder;

/** What came in as traffic since the start. */
public final class TrafficCounts {
    public final LongAdder taken = new LongAdder();
    /** Lines that were taken before. */
    public final LongAdder repeated = new LongAdder();

    public final LongAdder refusedLines = new LongAdder();
    /** Requests without a known token. */
    public final LongAdder unknownCallers = new LongAdder();
    /** Requests broken off because a source sent too much. */
    public final LongAdder overBudget = new LongAdder();
    /** Requests broken off because Kafka did not keep up. */
    public final LongAdder noRoom = new LongAdder();
}
