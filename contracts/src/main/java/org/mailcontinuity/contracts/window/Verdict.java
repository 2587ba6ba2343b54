package org.mailcontinuity.contracts.window;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a window says of a direction. */
public enum Verdict {
    HEALTHY,
    SUSPECT,
    DEGRADED,
    FAILING,
    /** Nobody looked, or nobody could see. */
    NO_DATA,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
