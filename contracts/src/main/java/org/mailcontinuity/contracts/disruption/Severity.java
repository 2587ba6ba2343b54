package org.mailcontinuity.contracts.disruption;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How bad a disruption is, in rising order. */
public enum Severity {
    /** Nobody sees the mail system: it may well be healthy. */
    BLIND,
    /** Mail gets through by another way, or late. */
    DEGRADED,
    /** Mail does not get through. */
    DOWN,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
