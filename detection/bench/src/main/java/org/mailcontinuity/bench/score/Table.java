package org.mailcontinuity.bench.score;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.mailcontinuity.bench.rule.RuleKind;
import org.mailcontinuity.bench.scenario.Scenario;

/** Prints what was measured, for a person or as JSON Lines. */
public final class Table {
    private static final String ROW = "  %-34s %8s %9s %9s %9s %9s %8s %7s%n";

    private final PrintStream out;
    private final Standings standings;

    public Table(PrintStream out, Standings standings) {
        this.out = out;
        this.standings = standings;
    }

    /** Prints all scenarios that were measured, and the bars. */
    public void print() {
        for (Scenario scenario : Scenario.values()) {
            if (!standings.of(scenario).isEmpty()) {
                print(scenario);
            }
        }
        List<Bars.Bar> bars = Bars.of(standings);
        if (!bars.isEmpty()) {
            out.println("Bars of EVIDENCE (H=48)");
        }
        bars.forEach(bar -> out.printf("  %-6s %-52s %s%n", bar.held() ? "held" : "MISSED", bar.asks(), bar.reached()));
    }

    /** Prints one object a line: scenario, rule and figures; times in seconds, shares from 0 to 1. */
    public void printJson() {
        for (Scenario scenario : Scenario.values()) {
            standings.of(scenario).forEach((rule, tally) -> out.println(json(scenario, rule, tally)));
        }
        Bars.of(standings)
                .forEach(bar -> out.printf(
                        "{\"bar\":\"%s\",\"reached\":\"%s\",\"held\":%s}%n", bar.asks(), bar.reached(), bar.held()));
    }

    private void print(Scenario scenario) {
        int runs = standings.of(scenario).values().iterator().next().runs();
        out.printf("%s: %s (%d runs)%n", scenario.word(), scenario.sentence(), runs);
        if (scenario.isQuiet()) {
            out.printf("  %-34s %9s %16s%n", "", "alarmed", "alerts/month");
        } else {
            out.printf(ROW, "", "found", "median", "p95", "clear 50", "clear 95", "alerts", "cause");
        }
        standings.of(scenario).forEach((rule, tally) -> row(scenario, rule, tally));
        out.println();
    }

    private void row(Scenario scenario, RuleKind rule, Tally tally) {
        if (scenario.isQuiet()) {
            out.printf(
                    Locale.ROOT,
                    "  %-34s %7.1f %% %16s%n",
                    rule.title(),
                    100 * tally.alarmed(),
                    scenario.isMonth() ? String.format(Locale.ROOT, "%.4f", tally.alertsPerMonth()) : "-");
            return;
        }
        out.printf(
                ROW,
                rule.title(),
                String.format(Locale.ROOT, "%.1f %%", 100 * tally.detected()),
                seconds(tally.detectionAt(50)),
                seconds(tally.detectionAt(95)),
                seconds(tally.clearAt(50)),
                seconds(tally.clearAt(95)),
                String.format(Locale.ROOT, "%.2f", tally.alertsPerRun()),
                tally.namesCauses() ? String.format(Locale.ROOT, "%.1f %%", 100 * tally.causeNamed()) : "-");
    }

    private static String json(Scenario scenario, RuleKind rule, Tally tally) {
        StringBuilder line = new StringBuilder(300);
        line.append("{\"scenario\":\"%s\",\"rule\":\"%s\",\"runs\":%d"
                .formatted(scenario.word(), rule.name(), tally.runs()));
        if (scenario.isQuiet()) {
            line.append(String.format(
                    Locale.ROOT,
                    ",\"alarmed\":%.4f,\"months\":%.3f,\"alertsPerMonth\":%.5f",
                    tally.alarmed(),
                    tally.months(),
                    tally.alertsPerMonth()));
        } else {
            line.append(String.format(
                    Locale.ROOT, ",\"found\":%.4f,\"alerts\":%.3f", tally.detected(), tally.alertsPerRun()));
            append(line, "detectionMedian", tally.detectionAt(50));
            append(line, "detectionP95", tally.detectionAt(95));
            append(line, "beyondTimeoutP95", tally.beyondTimeoutAt(95));
            append(line, "clearMedian", tally.clearAt(50));
            append(line, "clearP95", tally.clearAt(95));
            if (tally.namesCauses()) {
                line.append(String.format(Locale.ROOT, ",\"cause\":%.4f", tally.causeNamed()));
            }
        }
        return line.append('}').toString();
    }

    private static void append(StringBuilder line, String name, OptionalLong millis) {
        millis.ifPresent(value -> line.append(String.format(Locale.ROOT, ",\"%s\":%.3f", name, value / 1000.0)));
    }

    private static String seconds(OptionalLong millis) {
        return millis.isPresent() ? String.format(Locale.ROOT, "%.0f s", millis.getAsLong() / 1000.0) : "-";
    }
}
