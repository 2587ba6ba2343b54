package org.mailcontinuity.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who starts a continuity event. */
public enum ActivationMode {
    /** A person. */
    MANUAL,
    /** Continuity itself, when an outage stays unacknowledged. */
    AUTOMATIC,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
