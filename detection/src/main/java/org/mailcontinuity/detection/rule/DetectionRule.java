package org.mailcontinuity.detection.rule;

import java.time.Duration;

/** The rule that decides when a direction's mail flow is disrupted. */
public sealed interface DetectionRule {

    /** The rule's name as in a monitor's definition. */
    String name();

    /** The value at which the rule fires: points for EVIDENCE, windows for FAILURE_COUNTER, tenths for BURN_RATE. */
    int threshold();

    /** Sum of capped per-vantage counters: see {@link org.mailcontinuity.detection.evidence.EvidenceRule}. */
    record Evidence(Sensitivity sensitivity) implements DetectionRule {
        @Override
        public String name() {
            return "EVIDENCE";
        }

        @Override
        public int threshold() {
            return sensitivity.threshold();
        }
    }

    /**
     * Consecutive windows with one counter for all directions: see
     * {@link org.mailcontinuity.detection.counter.FailureCounterRule}.
     *
     * @param window 1 second to 1 hour; windows start at multiples of it since the epoch
     * @param threshold 1 to 100 windows
     */
    record FailureCounter(Duration window, int threshold) implements DetectionRule {
        /** Three windows of two minutes. */
        public static final FailureCounter DEFAULT = new FailureCounter(Duration.ofMinutes(2), 3);

        public FailureCounter {
            Bounds.check("counter.window", window, Duration.ofSeconds(1), Duration.ofHours(1));
            Bounds.check("counter.threshold", threshold, 1, 100);
        }

        @Override
        public String name() {
            return "FAILURE_COUNTER";
        }
    }

    /**
     * How fast failures use up an error budget: see {@link org.mailcontinuity.detection.burnrate.BurnRateRule}.
     *
     * @param objective share of checks that is to be good, 0.95 to 0.9999
     */
    record BurnRate(double objective) implements DetectionRule {
        /** The tenths of a burn rate above which the faster alarm fires. */
        private static final int TENTHS = 144;

        public BurnRate {
            Bounds.check("burnRate.objective", objective, 0.95, 0.9999);
        }

        @Override
        public String name() {
            return "BURN_RATE";
        }

        @Override
        public int threshold() {
            return TENTHS;
        }
    }
}
