package org.mailcontinuity.events.lifecycle;

/** What started an event. */
public enum Initiator {
    /** A caller of the API. */
    USER,
    /** Its time came. */
    SCHEDULE,
    /** Somebody who was alerted, by the alert's link. */
    ALERT_LINK,
    /** A rule of the monitor. */
    AUTOMATIC
}
