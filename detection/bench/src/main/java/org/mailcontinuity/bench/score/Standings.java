package org.mailcontinuity.bench.score;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.bench.rule.Alarm;
import org.mailcontinuity.bench.rule.RuleKind;
import org.mailcontinuity.bench.scenario.Plan;
import org.mailcontinuity.bench.scenario.Scenario;

/** The tallies of all rules in all scenarios measured. */
public final class Standings {
    private final Map<Scenario, Map<RuleKind, Tally>> tallies =
            Collections.synchronizedMap(new EnumMap<>(Scenario.class));

    /** Adds what a rule told in a run. */
    public void add(Scenario scenario, RuleKind rule, Plan plan, List<Alarm> alarms) {
        tallies.computeIfAbsent(scenario, any -> Collections.synchronizedMap(new EnumMap<>(RuleKind.class)))
                .computeIfAbsent(rule, any -> new Tally())
                .add(plan, alarms);
    }

    public Optional<Tally> of(Scenario scenario, RuleKind rule) {
        return Optional.ofNullable(tallies.getOrDefault(scenario, Map.of()).get(rule));
    }

    public Map<RuleKind, Tally> of(Scenario scenario) {
        return tallies.getOrDefault(scenario, Map.of());
    }
}
