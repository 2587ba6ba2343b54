package org.mailcontinuity.events.disruption;

/** Whether a disruption goes on. */
public enum DisruptionState {
    OPEN,
    /** The detector sees mail flow again, or looks no longer. */
    CLEARED,
    /** A person declared it over before the detector did. */
    CLOSED
}
