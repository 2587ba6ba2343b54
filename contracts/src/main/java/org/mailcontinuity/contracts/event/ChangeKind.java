package org.mailcontinuity.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What happened to a continuity event. */
public enum ChangeKind {
    CREATED,
    UPDATED,
    STARTED,
    EXTENDED,
    ENDED,
    CANCELLED,
    /** Its whole span passed while nobody could start it. */
    MISSED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
