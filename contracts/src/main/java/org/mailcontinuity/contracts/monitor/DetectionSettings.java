package org.mailcontinuity.contracts.monitor;

import org.mailcontinuity.contracts.Require;

/**
 * How samples are judged.
 *
 * @param rule default {@link Rule#EVIDENCE}
 * @param sensitivity of {@link Rule#EVIDENCE} (default {@link Sensitivity#BALANCED})
 * @param counter of {@link Rule#FAILURE_COUNTER}
 */
public record DetectionSettings(Rule rule, Sensitivity sensitivity, FailureCounter counter) {
    public static final DetectionSettings DEFAULT =
            new DetectionSettings(Rule.EVIDENCE, Sensitivity.BALANCED, FailureCounter.DEFAULT);

    public DetectionSettings {
        rule = Require.orElse(rule, Rule.EVIDENCE);
        sensitivity = Require.orElse(sensitivity, Sensitivity.BALANCED);
        counter = Require.orElse(counter, FailureCounter.DEFAULT);
    }
}
