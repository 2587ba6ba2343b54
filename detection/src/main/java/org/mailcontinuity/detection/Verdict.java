package org.mailcontinuity.detection;

/** What can be said of a direction now. */
public enum Verdict {
    HEALTHY,
    /** Evidence has come to at least half of what the rule needs. */
    SUSPECT,
    DEGRADED,
    FAILING,
    /** Nobody sees it. */
    NO_DATA
}
