package org.mailcontinuity.detection.disruption;

/** How bad a disruption is, in rising order. */
public enum Severity {
    /** Nobody sees the mail system: it may well be healthy. */
    BLIND,
    /** Mail gets through by another route, or with a defect. */
    DEGRADED,
    /** Mail does not get through. */
    DOWN
}
