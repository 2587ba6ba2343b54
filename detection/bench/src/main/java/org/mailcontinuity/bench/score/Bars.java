package org.mailcontinuity.bench.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.mailcontinuity.bench.rule.RuleKind;
import org.mailcontinuity.bench.scenario.Scenario;

/** What our rule must reach, in its default setting. */
public final class Bars {
    private static final double FALSE_ALARMS = 0.07;
    private static final double QUIET = 0.01;
    private static final double CAUSE = 0.95;
    private static final long FLAPPING_ALERTS = 3;

    private final Standings standings;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * A bar, and whether it is reached.
     *
     * @param asks what is asked
     * @param reached what was measured
     */
    public record Bar(String asks, String reached, boolean held) {}

    private Bars(Standings standings) {
        this.standings = standings;
    }

    /** The bars of the scenarios that were measured. */
    public static List<Bar> of(Standings standings) {
        Bars bars = new Bars(standings);
        bars.within(Scenario.HARD_OUTAGE, 60, "p95 <= 60 s beyond the timeout");
        bars.within(Scenario.ONE_OF_TWO_MX, 150, "p95 <= 150 s beyond the timeout");
        bars.within(Scenario.GREY_30, 600, "p95 <= 600 s beyond the timeout");
        bars.flapping();
        bars.causes();
        bars.quiet();
        bars.falseAlarms();
        return bars.bars;
    }

    private void within(Scenario scenario, long seconds, String asks) {
        standings.of(scenario, RuleKind.EVIDENCE).ifPresent(tally -> {
            OptionalLong p95 = tally.beyondTimeoutAt(95);
            boolean held = p95.isPresent() && p95.getAsLong() <= 1000 * seconds;
            String reached = p95.isPresent() ? "%.1f s".formatted(p95.getAsLong() / 1000.0) : "not found in time";
            bars.add(new Bar(scenario.word() + " " + asks, reached, held));
        });
    }

    private void flapping() {
        standings.of(Scenario.FLAPPING, RuleKind.EVIDENCE).ifPresent(tally -> {
            long p95 = tally.alertsPerRunAt(95).orElse(0);
            bars.add(new Bar("flapping <= 3 alerts an hour at p95", Long.toString(p95), p95 <= FLAPPING_ALERTS));
        });
    }

    private void causes() {
        for (Scenario scenario : Scenario.values()) {
            standings
                    .of(scenario, RuleKind.EVIDENCE)
                    .filter(Tally::namesCauses)
                    .ifPresent(tally -> bars.add(new Bar(
                            scenario.word() + " cause >= 95 %",
                            percent(tally.causeNamed()),
                            tally.causeNamed() >= CAUSE)));
        }
    }

    private void quiet() {
        for (Scenario scenario : Scenario.values()) {
            if (scenario.isQuiet() && !scenario.isMonth()) {
                standings
                        .of(scenario, RuleKind.EVIDENCE)
                        .ifPresent(tally -> bars.add(new Bar(
                                scenario.word() + " <= 1 % alarmed",
                                percent(tally.alarmed()),
                                tally.alarmed() <= QUIET)));
            }
        }
    }

    private void falseAlarms() {
        standings
                .of(Scenario.QUIET_MONTH, RuleKind.EVIDENCE)
                .ifPresent(tally -> bars.add(new Bar(
                        "false alarms <= .07 per monitor-month",
                        String.format(Locale.ROOT, "%.4f over %.0f months", tally.alertsPerMonth(), tally.months()),
                        tally.alertsPerMonth() <= FALSE_ALARMS)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
