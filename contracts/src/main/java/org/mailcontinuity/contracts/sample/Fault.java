package org.mailcontinuity.contracts.sample;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** A stable word for the cause of a sample that is not a success. The list grows by addition only. */
public enum Fault {
    DNS_NXDOMAIN,
    DNS_SERVFAIL,
    DNS_TIMEOUT,
    CONNECT_REFUSED,
    CONNECT_TIMEOUT,
    GREETING_TIMEOUT,
    /** The server fell silent after its greeting: no reply to a command or to the end of the message in time. */
    REPLY_TIMEOUT,
    TLS_EXPIRED,
    TLS_UNTRUSTED,
    TLS_NAME_MISMATCH,
    TLS_UNAVAILABLE,
    AUTH_FAILED,
    /** A 4xx reply (RFC 5321, 4.2.1). */
    TEMPFAIL,
    /** A 5xx reply (RFC 5321, 4.2.1). */
    REJECTED,
    /** A reply with the enhanced code x.2.2 (RFC 3463), or 552. */
    MAILBOX_FULL,
    DISCONNECTED,
    NOT_ARRIVED,
    LATE,
    IN_SPAM,
    /** SPF, DKIM or DMARC failed. */
    AUTHENTICATION_BROKEN,
    /** The domain says that it takes no mail (RFC 7505). */
    NULL_MX,
    PROTOCOL_ERROR,
    /** Inconclusive: the probe's own control targets are out of reach too. */
    SELF_CHECK_FAILED,
    /** Inconclusive: the probe has never reached port 25 anywhere. */
    EGRESS_BLOCKED,
    /** Inconclusive: the server refuses this sender or its HELO name by policy. */
    REFUSED_AS_SENDER,
    /** Inconclusive: the server refuses the probe's address for a block list. */
    BLOCKLISTED,
    /** Inconclusive: the worker was told to stop meanwhile. */
    WORKER_STOPPED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
