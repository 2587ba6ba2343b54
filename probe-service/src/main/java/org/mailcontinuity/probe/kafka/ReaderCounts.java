package org.mailcontinuity.probe.kafka;

import java.util.concurrent.atomic.LongAdder;

/** What the readers of topics have seen since the start. */
public final class ReaderCounts {
    public final LongAdder read = new LongAdder();
    public final LongAdder unknownTypes = new LongAdder();
    public final LongAdder deadLetters = new LongAdder();
}
