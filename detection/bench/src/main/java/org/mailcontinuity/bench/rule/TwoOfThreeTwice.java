package org.mailcontinuity.bench.rule;

import java.util.List;
import org.mailcontinuity.bench.scenario.Arrived;

/**
 * Two of three vantages see the same route fail in two rounds in a row: what many hosted monitors do. It clears after two
 * rounds in a row that are not so.
 */
final class TwoOfThreeTwice implements Contender {
    private static final int REMEMBERED = 8;

    private final int[][] bad = new int[2][REMEMBERED];
    private final Switch alarm;
    private long round = -1;

    TwoOfThreeTwice(Switch.Quiet quiet) {
        this.alarm = new Switch(quiet);
    }

    @Override
    public void arrived(Arrived arrived) {
        if (alarm.pauses(arrived) || arrived.round() <= round - REMEMBERED + 1) {
            return;
        }
        while (round < arrived.round()) {
            begin(arrived.at());
        }
        if (arrived.bad() && ++bad[arrived.route()][slot(arrived.round())] == 2) {
            if (isBad(arrived.route(), arrived.round() - 1) || isBad(arrived.route(), arrived.round() + 1)) {
                alarm.set(true, arrived.at());
            }
        }
    }

    /** A round begins; checks of the one before that take longer than it are missed, as by others. */
    private void begin(long at) {
        if (alarm.isOn() && isGood(round) && isGood(round - 1)) {
            alarm.set(false, at);
        }
        round++;
        bad[0][slot(round)] = 0;
        bad[1][slot(round)] = 0;
    }

    private boolean isGood(long of) {
        return !isBad(0, of) && !isBad(1, of);
    }

    private boolean isBad(int route, long of) {
        return of >= 0 && of <= round && of > round - REMEMBERED && bad[route][slot(of)] >= 2;
    }

    private static int slot(long of) {
        return (int) (of % REMEMBERED);
    }

    @Override
    public void tick(long at) {}

    @Override
    public List<Alarm> alarms() {
        return alarm.alarms();
    }
}
