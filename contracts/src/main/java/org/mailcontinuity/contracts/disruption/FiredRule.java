package org.mailcontinuity.contracts.disruption;

import java.util.Map;
import org.mailcontinuity.contracts.Require;

/**
 * The rule that found a disruption.
 *
 * @param name such as {@code EVIDENCE}, {@code FAILURE_COUNTER} or {@code NO_DATA}
 * @param numbers what it counted, such as {@code score} and {@code threshold}
 */
public record FiredRule(String name, Map<String, Double> numbers) {
    public FiredRule {
        Require.text("rule.name", name, 1, 50);
        numbers = Require.map("rule.numbers", numbers, 20);
    }
}
