package org.mailcontinuity.contracts.sample;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a check ended, in the order in which a message passes the stages. */
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
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
