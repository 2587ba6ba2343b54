package org.mailcontinuity.detection.observation;

/** The stable word for what went wrong. The same words as on the samples topic. */
public enum Fault {
    DNS_NXDOMAIN,
    DNS_SERVFAIL,
    DNS_TIMEOUT,
    CONNECT_REFUSED,
    CONNECT_TIMEOUT,
    GREETING_TIMEOUT,
    REPLY_TIMEOUT,
    TLS_EXPIRED,
    TLS_UNTRUSTED,
    TLS_NAME_MISMATCH,
    TLS_UNAVAILABLE,
    AUTH_FAILED,
    TEMPFAIL,
    REJECTED,
    MAILBOX_FULL,
    DISCONNECTED,
    NOT_ARRIVED,
    LATE,
    IN_SPAM,
    AUTHENTICATION_BROKEN,
    NULL_MX,
    PROTOCOL_ERROR,
    SELF_CHECK_FAILED,
    EGRESS_BLOCKED,
    REFUSED_AS_SENDER,
    BLOCKLISTED,
    WORKER_STOPPED,
    /** A word this release does not know, or none was given. */
    UNKNOWN
}
