package org.mailcontinuity.contracts.sample;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What kind of look a sample is. */
public enum Check {
    SMTP_ROUTE,
    MAILBOX_ROUND_TRIP,
    SUBMISSION,
    OUTBOUND_DELIVERY,
    MAILBOX_LOGIN,
    DNS,
    TRAFFIC,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
