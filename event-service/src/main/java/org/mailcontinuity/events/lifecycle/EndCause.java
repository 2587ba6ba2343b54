package org.mailcontinuity.events.lifecycle;

/** Why an event is over. */
public enum EndCause {
    /** Somebody ended it. */
    REQUESTED,
    /** Its time was up. */
    TIME_UP,
    /** Its whole span passed while the service was down. */
    MISSED
}
