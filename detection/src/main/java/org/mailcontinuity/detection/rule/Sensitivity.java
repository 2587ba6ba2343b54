package org.mailcontinuity.detection.rule;

/** The dial of the EVIDENCE rule: the score H at which it fires. */
public enum Sensitivity {
    /** H = 40: a full outage seen from three vantages every 30 s fires within 50 s. */
    FAST(40),
    /** H = 48: within 60 s; about 1e-4 false alarms a monitor and month at 1 % loss. */
    BALANCED(48),
    /** H = 56: within 70 s. */
    QUIET(56);

    private final int threshold;

    Sensitivity(int threshold) {
        this.threshold = threshold;
    }

    /** The score H at which the rule fires. */
    public int threshold() {
        return threshold;
    }
}
