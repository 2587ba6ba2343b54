package org.mailcontinuity.detection.observation;

/** Why a check ran. */
public enum Trigger {
    SCHEDULED,
    CONFIRMATION,
    /** Somebody asked for it; it is shown and never votes. */
    MANUAL,
    /** A reason this release does not know; it does not vote. */
    UNKNOWN
}
