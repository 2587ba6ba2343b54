package org.mailcontinuity.bench.rule;

import java.util.List;
import org.mailcontinuity.bench.scenario.Arrived;

/**
 * The rule of commercial continuity monitors: one probe per window of two minutes; a window counts as failed if every
 * route failed; the counter goes up by one for a failed window and down by one for a good one, fires at 3 and clears at
 * 0. Judged when the probe ends, not when the window does, which favours it.
 */
final class OneProbeCounter implements Contender {
    private static final long ROUNDS_PER_WINDOW = 4;
    private static final int THRESHOLD = 3;

    private final int routes;
    private final Switch alarm;
    private long round = -1;
    private int answered;
    private boolean anyGood;
    private int counter;

    OneProbeCounter(int routes, Switch.Quiet quiet) {
        this.routes = routes;
        this.alarm = new Switch(quiet);
    }

    @Override
    public void arrived(Arrived arrived) {
        if (arrived.vantage() != 0 || alarm.pauses(arrived) || arrived.round() % ROUNDS_PER_WINDOW != 0) {
            return;
        }
        if (arrived.round() != round) {
            round = arrived.round();
            answered = 0;
            anyGood = false;
        }
        answered += arrived.sample().route().isPresent() ? 1 : routes;
        anyGood |= !arrived.bad();
        if (answered == routes) {
            counter = anyGood ? Math.max(0, counter - 1) : counter + 1;
            alarm.set(alarm.isOn() ? counter > 0 : counter >= THRESHOLD, arrived.at());
        }
    }

    @Override
    public void tick(long at) {}

    @Override
    public List<Alarm> alarms() {
        return alarm.alarms();
    }
}
