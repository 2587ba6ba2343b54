package org.mailcontinuity.contracts.monitor;

import org.mailcontinuity.contracts.Require;

/**
 * How samples are judged.
 *
 * @param rule default {@link Rule#EVIDENCE}
 * @param sensitivity of {@link Rule#EVIDENCE} (default {@link Sensitivity#BALANCED})
 * @param counter of {@link Rule#FAILURE_COUNTER}
 * @param burnRate of {@link Rule#BURN_RATE}
 * @param latency of the rule LATENCY, beside the one chosen
 * @param volume of the rule VOLUME, beside the one chosen
 */
public record DetectionSettings(
        Rule rule,
        Sensitivity sensitivity,
        FailureCounter counter,
        BurnRate burnRate,
        LatencySettings latency,
        VolumeSettings volume) {
    public static final DetectionSettings DEFAULT =
            new DetectionSettings(Rule.EVIDENCE, Sensitivity.BALANCED, FailureCounter.DEFAULT);

    public DetectionSettings {
        rule = Require.orElse(rule, Rule.EVIDENCE);
        sensitivity = Require.orElse(sensitivity, Sensitivity.BALANCED);
        counter = Require.orElse(counter, FailureCounter.DEFAULT);
        burnRate = Require.orElse(burnRate, BurnRate.DEFAULT);
        latency = Require.orElse(latency, LatencySettings.DEFAULT);
        volume = Require.orElse(volume, VolumeSettings.DEFAULT);
    }

    /** With the rules beside the chosen one as they are by default. */
    public DetectionSettings(Rule rule, Sensitivity sensitivity, FailureCounter counter) {
        this(rule, sensitivity, counter, BurnRate.DEFAULT, LatencySettings.DEFAULT, VolumeSettings.DEFAULT);
    }
}
