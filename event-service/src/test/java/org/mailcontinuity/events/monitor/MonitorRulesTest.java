package org.mailcontinuity.events.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.FailureCounter;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Rule;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.contracts.monitor.Traffic;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.events.problem.Violation;

class MonitorRulesTest {
    @Test
    void acceptsEveryRuleThereIs() {
        for (Rule rule : List.of(Rule.EVIDENCE, Rule.FAILURE_COUNTER, Rule.BURN_RATE)) {
            assertThat(MonitorRules.check(monitor(rule, Duration.ofSeconds(30), Direction.INBOUND)))
                    .isEmpty();
        }
    }

    @Test
    void refusesARuleNobodyKnows() {
        assertThat(MonitorRules.check(monitor(Rule.UNKNOWN, Duration.ofSeconds(30), Direction.INBOUND)))
                .containsExactly(
                        new Violation("detection.rule", "WORD", "must be EVIDENCE, FAILURE_COUNTER or BURN_RATE"));
    }

    @Test
    void refusesABurnRateOfFewerChecksThanItsWindowNeeds() {
        assertThat(MonitorRules.check(monitor(Rule.BURN_RATE, Duration.ofMinutes(5), Direction.INBOUND)))
                .isEmpty();
        assertThat(MonitorRules.check(monitor(Rule.BURN_RATE, Duration.ofMinutes(6), Direction.INBOUND)))
                .containsExactly(new Violation(
                        "detection.rule",
                        "INTERVAL_ABOVE_WINDOW",
                        "BURN_RATE looks at the last 5 minutes: schedule.interval must be at most PT5M, was PT6M"));
    }

    @Test
    void refusesTrafficThatItDoesNotKnowOrKnowsTwice() {
        assertThat(MonitorRules.check(monitor(Rule.EVIDENCE, Duration.ofSeconds(30), Direction.UNKNOWN)))
                .containsExactly(new Violation("traffic.directions", "WORD", "must be INBOUND or OUTBOUND"));
        assertThat(MonitorRules.check(
                        monitor(Rule.EVIDENCE, Duration.ofSeconds(30), Direction.INBOUND, Direction.INBOUND)))
                .containsExactly(new Violation("traffic.directions", "DISTINCT", "must name each direction once"));
    }

    private static MonitorDefinition monitor(Rule rule, Duration interval, Direction... counted) {
        return new MonitorDefinition(
                new UUID(0, 1),
                1,
                "counted",
                "counted.test",
                true,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Traffic(List.of(counted))),
                new Schedule(interval, Duration.ofSeconds(30)),
                List.of(),
                new DetectionSettings(rule, Sensitivity.BALANCED, new FailureCounter(Duration.ofMinutes(30), 3)),
                List.of(),
                Activation.BY_HAND,
                Optional.empty());
    }
}
