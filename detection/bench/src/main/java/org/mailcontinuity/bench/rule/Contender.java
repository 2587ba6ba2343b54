package org.mailcontinuity.bench.rule;

import java.util.List;
import org.mailcontinuity.bench.scenario.Arrived;

/** A rule at work on one monitor. */
public interface Contender {
    /** A sample comes. */
    void arrived(Arrived arrived);

    /** True if the sample that came last makes it ask the other vantages to look at once. */
    default boolean asks() {
        return false;
    }

    /** Time passes, epoch milliseconds. */
    void tick(long at);

    /** What it has told so far. */
    List<Alarm> alarms();
}
