package org.mailcontinuity.contracts.alert;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether an alert still wants somebody's attention. */
public enum AlertState {
    FIRING,
    /** Somebody has taken it. */
    ACKNOWLEDGED,
    /** Silent until a time that somebody gave. */
    SUSPENDED,
    RESOLVED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
