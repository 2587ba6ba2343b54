package org.mailcontinuity.events.lifecycle;

/** What happened to an event. */
public enum Change {
    CREATED,
    UPDATED,
    STARTED,
    EXTENDED,
    ENDED,
    CANCELLED,
    MISSED
}
