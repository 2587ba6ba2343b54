package org.mailcontinuity.probe.schedule;

import java.util.concurrent.atomic.LongAdder;

/** What the schedule has done since its start. */
public final class ScheduleCounts {
    public final LongAdder started = new LongAdder();
    /** Left out because their instant was too long ago. */
    public final LongAdder late = new LongAdder();
    /** Left out because the monitor's last check of that direction was still under way. */
    public final LongAdder overlapping = new LongAdder();
    /** Left out because as many checks as allowed were under way. */
    public final LongAdder overloaded = new LongAdder();
}
