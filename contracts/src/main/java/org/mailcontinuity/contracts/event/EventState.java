package org.mailcontinuity.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a continuity event is in its life. */
public enum EventState {
    SCHEDULED,
    ACTIVE,
    ENDED,
    CANCELLED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
