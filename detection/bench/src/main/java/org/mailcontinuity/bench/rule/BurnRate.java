package org.mailcontinuity.bench.rule;

import java.util.List;
import org.mailcontinuity.bench.scenario.Arrived;

/**
 * Multiwindow, multi-burn-rate alerts (Site Reliability Workbook, chapter 5, table 5-8) on an objective of 99 %: pages
 * while the errors of the last hour and of the last 5 minutes exceed 14.4 times the budget, or those of the last 6 hours
 * and 30 minutes 6 times. All samples of all vantages count. Evaluated each minute; it starts with six hours behind it of
 * the loss that the noise has.
 */
final class BurnRate implements Contender {
    private static final int MINUTES = 360;
    private static final long MINUTE = 60_000;
    private static final double BUDGET = 0.01;
    private static final double FAST = 14.4 * BUDGET;
    private static final double SLOW = 6 * BUDGET;
    private static final double USUAL_LOSS = 0.0075;

    private final double[] bad = new double[MINUTES];
    private final double[] all = new double[MINUTES];
    private final Switch alarm;
    private long minute = -1;

    BurnRate(int routes, Switch.Quiet quiet) {
        this.alarm = new Switch(quiet);
        double perMinute = 6.0 * routes;
        java.util.Arrays.fill(all, perMinute);
        java.util.Arrays.fill(bad, USUAL_LOSS * perMinute);
    }

    @Override
    public void arrived(Arrived arrived) {
        moveTo(arrived.at());
        if (!arrived.again()) {
            int slot = (int) (minute % MINUTES);
            all[slot]++;
            bad[slot] += arrived.bad() ? 1 : 0;
        }
    }

    @Override
    public void tick(long at) {
        moveTo(at);
    }

    private void moveTo(long at) {
        long now = Math.floorDiv(at, MINUTE);
        if (minute < 0) {
            minute = now;
        }
        while (minute < now) {
            boolean page = (share(60) > FAST && share(5) > FAST) || (share(MINUTES) > SLOW && share(30) > SLOW);
            alarm.set(page, at);
            minute++;
            bad[(int) (minute % MINUTES)] = 0;
            all[(int) (minute % MINUTES)] = 0;
        }
    }

    private double share(int minutes) {
        double badOnes = 0;
        double allOnes = 0;
        for (int i = 0; i < minutes; i++) {
            int slot = (int) Math.floorMod(minute - i, MINUTES);
            badOnes += bad[slot];
            allOnes += all[slot];
        }
        return allOnes == 0 ? 0 : badOnes / allOnes;
    }

    @Override
    public List<Alarm> alarms() {
        return alarm.alarms();
    }
}
