package org.mailcontinuity.bench.detection;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.mailcontinuity.bench.rule.Contender;
import org.mailcontinuity.bench.rule.RuleKind;
import org.mailcontinuity.bench.scenario.Arrived;
import org.mailcontinuity.bench.scenario.Plan;
import org.mailcontinuity.bench.scenario.Scenario;
import org.mailcontinuity.bench.scenario.Simulation;
import org.mailcontinuity.bench.score.Standings;

/** Plays one run before all rules; once more, with confirmations, for the rule that asks for them. */
final class Jury {
    private static final UUID MONITOR = new UUID(0x7000, 0x8000_0000_0000_0001L);

    private final Scenario scenario;
    private final Plan plan;
    private final long seed;

    Jury(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        this.plan = scenario.plan(seed);
    }

    void judge(Standings standings) {
        Map<RuleKind, Contender> together = new EnumMap<>(RuleKind.class);
        for (RuleKind rule : RuleKind.values()) {
            if (scenario.countsMail() && rule != RuleKind.EVIDENCE) {
                continue;
            }
            if (rule.confirms()) {
                Asking asking = new Asking(rule.on(plan));
                new Simulation(plan, MONITOR, seed, asking).play();
                standings.add(scenario, rule, plan, asking.contender.alarms());
            } else {
                together.put(rule, rule.on(plan));
            }
        }
        new Simulation(plan, MONITOR, seed, new Together(together)).play();
        together.forEach((rule, contender) -> standings.add(scenario, rule, plan, contender.alarms()));
    }

    /** All rules see the same samples. */
    private record Together(Map<RuleKind, Contender> contenders) implements Simulation.Audience {
        @Override
        public boolean arrived(Arrived arrived) {
            contenders.values().forEach(contender -> contender.arrived(arrived));
            return false;
        }

        @Override
        public void tick(long at) {
            contenders.values().forEach(contender -> contender.tick(at));
        }
    }

    /** The rule says when the other vantages are to look. */
    private record Asking(Contender contender) implements Simulation.Audience {
        @Override
        public boolean arrived(Arrived arrived) {
            contender.arrived(arrived);
            return contender.asks();
        }

        @Override
        public void tick(long at) {
            contender.tick(at);
        }
    }
}
