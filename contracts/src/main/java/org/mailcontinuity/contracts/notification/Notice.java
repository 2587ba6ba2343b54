package org.mailcontinuity.contracts.notification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a message to a person is about. */
public enum Notice {
    FIRING,
    RESOLVED,
    /** Somebody has taken the alert: for systems that keep incidents of their own. */
    ACKNOWLEDGED,
    STARTED,
    ENDED,
    /** Asked for, to try a channel. */
    TEST,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
