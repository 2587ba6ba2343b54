package org.mailcontinuity.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What started a continuity event. */
public enum StartedBy {
    USER,
    SCHEDULE,
    ALERT_LINK,
    AUTOMATIC,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
