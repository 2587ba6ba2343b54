package org.mailcontinuity.bench.rule;

import java.util.List;
import org.mailcontinuity.bench.scenario.Arrived;

/**
 * A Prometheus alert on blackbox probes: the last results of two of three vantages are bad, of the same route, for two
 * minutes ({@code for: 2m}), evaluated every 10 s. It resolves with the first evaluation that finds it otherwise.
 */
final class TwoOfThreeFor implements Contender {
    private static final long FOR = 120_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final boolean[][] bad = new boolean[2][3];
    private final Switch alarm;
    private long since = NEVER;

    TwoOfThreeFor(Switch.Quiet quiet) {
        this.alarm = new Switch(quiet);
    }

    @Override
    public void arrived(Arrived arrived) {
        bad[arrived.route()][arrived.vantage()] = arrived.bad();
    }

    @Override
    public void tick(long at) {
        if (!twoBad(0) && !twoBad(1)) {
            since = NEVER;
            alarm.set(false, at);
            return;
        }
        since = since == NEVER ? at : since;
        if (at - since >= FOR) {
            alarm.set(true, at);
        }
    }

    private boolean twoBad(int route) {
        int count = 0;
        for (boolean one : bad[route]) {
            count += one ? 1 : 0;
        }
        return count >= 2;
    }

    @Override
    public List<Alarm> alarms() {
        return alarm.alarms();
    }
}
