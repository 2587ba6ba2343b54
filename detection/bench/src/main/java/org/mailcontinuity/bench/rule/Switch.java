package org.mailcontinuity.bench.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.bench.scenario.Arrived;

/** Whether a rule's alarm is on, and when it went on and off. In maintenance it does not go on. */
final class Switch {
    private final Quiet quiet;
    private final List<Alarm> alarms = new ArrayList<>();
    private boolean on;

    /** Times in which nothing may be told. */
    @FunctionalInterface
    interface Quiet {
        boolean covers(long at);
    }

    Switch(Quiet quiet) {
        this.quiet = quiet;
    }

    /** True if a rule that pauses in maintenance, and knows no copies, does not see the sample. */
    boolean pauses(Arrived arrived) {
        return arrived.again() || quiet.covers(arrived.at());
    }

    boolean isOn() {
        return on;
    }

    void set(boolean wanted, long at) {
        if (wanted == on || (wanted && quiet.covers(at))) {
            return;
        }
        on = wanted;
        alarms.add(new Alarm(at, wanted, Optional.empty()));
    }

    List<Alarm> alarms() {
        return alarms;
    }
}
