package org.mailcontinuity.bench.rule;

import java.util.List;
import org.mailcontinuity.bench.scenario.Arrived;

/**
 * So many failures in a row, from one place, of one endpoint (Gatus: {@code failure-threshold} 3 and
 * {@code success-threshold} 2; Uptime Kuma: 3 retries after the first failure, up again with the first success). Each
 * route is an endpoint; the alert is one.
 */
final class ConsecutiveFailures implements Contender {
    private final int failuresNeeded;
    private final int successesNeeded;
    private final Switch alarm;
    private final int[] failures = new int[2];
    private final int[] successes = new int[2];
    private final boolean[] down = new boolean[2];

    ConsecutiveFailures(int failuresNeeded, int successesNeeded, Switch.Quiet quiet) {
        this.failuresNeeded = failuresNeeded;
        this.successesNeeded = successesNeeded;
        this.alarm = new Switch(quiet);
    }

    @Override
    public void arrived(Arrived arrived) {
        if (arrived.vantage() != 0 || alarm.pauses(arrived)) {
            return;
        }
        int route = arrived.route();
        failures[route] = arrived.bad() ? failures[route] + 1 : 0;
        successes[route] = arrived.bad() ? 0 : successes[route] + 1;
        if (failures[route] >= failuresNeeded) {
            down[route] = true;
        } else if (successes[route] >= successesNeeded) {
            down[route] = false;
        }
        alarm.set(down[0] || down[1], arrived.at());
    }

    @Override
    public void tick(long at) {}

    @Override
    public List<Alarm> alarms() {
        return alarm.alarms();
    }
}
