package org.mailcontinuity.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far the delivery of held mail is, once an event has ended. */
public enum Recovery {
    NOT_APPLICABLE,
    DRAINING,
    COMPLETE,
    STALLED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
