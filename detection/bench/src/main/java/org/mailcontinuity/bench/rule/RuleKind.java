package org.mailcontinuity.bench.rule;

import java.util.UUID;
import org.mailcontinuity.bench.scenario.Plan;
import org.mailcontinuity.bench.scenario.Setting;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.detector.monitor.MonitorSettings;

/**
 * The rules in the table. In maintenance, ours and those that poll by themselves pause; Prometheus and burn rate go on
 * and are silenced.
 */
public enum RuleKind {
    EVIDENCE("EVIDENCE (H=48)", plan -> ours(plan, Sensitivity.BALANCED)),
    EVIDENCE_CONFIRMED("EVIDENCE + confirmations", plan -> ours(plan, Sensitivity.BALANCED, true)),
    EVIDENCE_FAST("EVIDENCE FAST (H=40)", plan -> ours(plan, Sensitivity.FAST)),
    EVIDENCE_QUIET("EVIDENCE QUIET (H=56)", plan -> ours(plan, Sensitivity.QUIET)),
    COUNTER("FAILURE_COUNTER, 1 probe / 2 min", plan -> new OneProbeCounter(plan.routes(), quiet(plan))),
    GATUS("3 failures in a row (Gatus)", plan -> new ConsecutiveFailures(3, 2, quiet(plan))),
    UPTIME_KUMA("4 failures in a row (Uptime Kuma)", plan -> new ConsecutiveFailures(4, 1, quiet(plan))),
    PROMETHEUS("2 of 3 bad for 2 min (Prometheus)", plan -> new TwoOfThreeFor(quiet(plan))),
    TWO_OF_THREE("2 of 3 bad, twice", plan -> new TwoOfThreeTwice(quiet(plan))),
    BURN_RATE("burn rate, SLO 99 %", plan -> new BurnRate(plan.routes(), quiet(plan)));

    private final String title;
    private final Making making;

    private interface Making {
        Contender of(Plan plan);
    }

    RuleKind(String title, Making making) {
        this.title = title;
        this.making = making;
    }

    public String title() {
        return title;
    }

    /** True if it is a setting of our own rule. */
    public boolean isOurs() {
        return name().startsWith("EVIDENCE");
    }

    /** True if a first failure makes the other vantages look at once. */
    public boolean confirms() {
        return this == EVIDENCE_CONFIRMED;
    }

    /** The rule, about to judge a run. */
    public Contender on(Plan plan) {
        return making.of(plan);
    }

    private static Ours ours(Plan plan, Sensitivity sensitivity) {
        return ours(plan, sensitivity, false);
    }

    private static Ours ours(Plan plan, Sensitivity sensitivity, boolean confirmations) {
        MonitorSettings settings = MonitorSettings.of(Setting.monitor(new UUID(0, 1), plan, sensitivity))
                .withConfirmations(confirmations);
        return new Ours(settings.detection(), plan.from());
    }

    private static Switch.Quiet quiet(Plan plan) {
        return at -> plan.maintenance().stream()
                .anyMatch(span ->
                        at >= span.from().toEpochMilli() && at < span.until().toEpochMilli());
    }
}
