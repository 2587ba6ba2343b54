package org.mailcontinuity.detection.observation;

/** The kind of check. Routes are compared with routes of the same kind only. */
public enum Check {
    SMTP_ROUTE,
    MAILBOX_ROUND_TRIP,
    SUBMISSION,
    OUTBOUND_DELIVERY,
    MAILBOX_LOGIN,
    DNS,
    /** Counts of real mail: no single attempt, so it never votes. */
    TRAFFIC,
    /** A kind this release does not know; it votes like any other. */
    UNKNOWN
}
