package org.mailcontinuity.probe.arrival;

import java.util.concurrent.atomic.LongAdder;

/** What the receiver has done since its start. */
public final class ReceiverCounts {
    /** Genuine, and told to the submitter. */
    public final LongAdder arrived = new LongAdder();
    /** Recipients that carry no genuine token of ours, refused by 550. */
    public final LongAdder refused = new LongAdder();
    /** Messages whose header carries no token, or another one than their address. */
    public final LongAdder dropped = new LongAdder();
    /** Genuine, but seen before. */
    public final LongAdder replayed = new LongAdder();
}
