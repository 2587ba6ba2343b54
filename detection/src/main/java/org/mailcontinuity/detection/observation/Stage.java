package org.mailcontinuity.detection.observation;

/** Where a check ended, in the order mail passes the stages: "earliest" means the lowest ordinal. */
public enum Stage {
    DNS,
    CONNECT,
    GREETING,
    EHLO,
    STARTTLS,
    TLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    ACCEPTED,
    ARRIVAL,
    RETRIEVAL,
    /** A stage this release does not know. */
    UNKNOWN
}
