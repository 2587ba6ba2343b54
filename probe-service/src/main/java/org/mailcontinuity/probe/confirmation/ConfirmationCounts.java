package org.mailcontinuity.probe.confirmation;

import java.util.concurrent.atomic.LongAdder;

/** What became of the requests for confirmation since the start, those for monitors of other workers apart. */
public final class ConfirmationCounts {
    /** Checked at once. */
    public final LongAdder checked = new LongAdder();
    /** Raised by this vantage itself. */
    public final LongAdder own = new LongAdder();
    /** Asked too long ago, as after a restart or while Kafka was away. */
    public final LongAdder old = new LongAdder();
    /** Less than a minute after the last one for the same monitor. */
    public final LongAdder repeated = new LongAdder();
    /** A check of the direction was under way already, or too many of others. */
    public final LongAdder busy = new LongAdder();
}
