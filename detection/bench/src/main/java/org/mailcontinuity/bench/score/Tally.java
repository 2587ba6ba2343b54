package org.mailcontinuity.bench.score;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.mailcontinuity.bench.rule.Alarm;
import org.mailcontinuity.bench.scenario.Plan;

/** What a rule achieved over the runs of a scenario. Results may be added by many threads. */
public final class Tally {
    private final Quantities detection = new Quantities();
    private final Quantities beyondTimeout = new Quantities();
    private final Quantities clear = new Quantities();
    private final Quantities alertsPerRun = new Quantities();
    private int runs;
    private int detected;
    private int alarmed;
    private long falseAlerts;
    private int causes;
    private int causesNamed;
    private double months;

    /** Numbers, of which some are wanted in order. */
    private static final class Quantities {
        private long[] values = new long[64];
        private int count;

        void add(OptionalLong value) {
            value.ifPresent(this::add);
        }

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        /** The smallest value that so many per cent do not exceed; empty without values. */
        OptionalLong quantile(int percent) {
            if (count == 0) {
                return OptionalLong.empty();
            }
            long[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return OptionalLong.of(sorted[Math.max(0, Math.ceilDiv(percent * count, 100) - 1)]);
        }

        double mean() {
            return Arrays.stream(values, 0, count).average().orElse(0);
        }
    }

    /** Adds a run. */
    public synchronized void add(Plan plan, List<Alarm> alarms) {
        Result result = Result.of(plan, alarms);
        runs++;
        detected += result.detection().isPresent() ? 1 : 0;
        alarmed += alarms.stream().anyMatch(Alarm::fires) ? 1 : 0;
        falseAlerts += result.alerts() + result.falseAlerts();
        detection.add(result.detection());
        beyondTimeout.add(result.beyondTimeout());
        clear.add(result.clear());
        alertsPerRun.add(result.alerts());
        causes += result.causeNamed().isPresent() ? 1 : 0;
        causesNamed += result.causeNamed().orElse(false) ? 1 : 0;
        months += (plan.until() - plan.from()) / (30 * 86_400_000.0);
    }

    public int runs() {
        return runs;
    }

    /** Share of runs whose trouble was told, 0 to 1. */
    public double detected() {
        return share(detected, runs);
    }

    /** Share of runs with any alert, 0 to 1. */
    public double alarmed() {
        return share(alarmed, runs);
    }

    /** Alerts per monitor and month, where none should be. */
    public double alertsPerMonth() {
        return months == 0 ? 0 : falseAlerts / months;
    }

    public double months() {
        return months;
    }

    /** Milliseconds to the first alert that so many per cent of the detected runs do not exceed. */
    public OptionalLong detectionAt(int percent) {
        return detection.quantile(percent);
    }

    /** The same beyond the time that a failing check takes; a run not detected counts as never. */
    public OptionalLong beyondTimeoutAt(int percent) {
        int needed = Math.ceilDiv(percent * runs, 100);
        return needed > detected
                ? OptionalLong.empty()
                : beyondTimeout.quantile(Math.min(100, Math.ceilDiv(100 * needed, Math.max(1, detected))));
    }

    /** Milliseconds from the end of the trouble to the all-clear. */
    public OptionalLong clearAt(int percent) {
        return clear.quantile(percent);
    }

    public double alertsPerRun() {
        return alertsPerRun.mean();
    }

    public OptionalLong alertsPerRunAt(int percent) {
        return alertsPerRun.quantile(percent);
    }

    /** True if the rule names causes and one was expected. */
    public boolean namesCauses() {
        return causes > 0;
    }

    /** Share of first alerts that named the cause, 0 to 1. */
    public double causeNamed() {
        return share(causesNamed, causes);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
