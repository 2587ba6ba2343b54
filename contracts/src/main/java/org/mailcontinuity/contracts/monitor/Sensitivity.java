package org.mailcontinuity.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How much evidence is asked for before a disruption is declared. */
public enum Sensitivity {
    FAST,
    BALANCED,
    QUIET,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
