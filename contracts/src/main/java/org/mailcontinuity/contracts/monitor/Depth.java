package org.mailcontinuity.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far an inbound check goes. */
public enum Depth {
    /** Until the recipient is accepted, then RSET and QUIT: no message is left behind. */
    RECIPIENT,
    /** A small probe message is handed over. */
    MESSAGE,
    /** The probe message is also fetched back from the mailbox. */
    MAILBOX,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
