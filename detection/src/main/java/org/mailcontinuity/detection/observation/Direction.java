package org.mailcontinuity.detection.observation;

/** Which way mail was checked. Each direction of a monitor is judged on its own. */
public enum Direction {
    /** The world to the organisation. */
    INBOUND,
    /** The organisation to the world. */
    OUTBOUND,
    /** People to their mailboxes. */
    ACCESS
}
