package org.mailcontinuity.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The rule by which samples become a disruption. */
public enum Rule {
    EVIDENCE,
    FAILURE_COUNTER,
    BURN_RATE,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
