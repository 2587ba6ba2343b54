package org.mailcontinuity.contracts.disruption;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a disruption ended. */
public enum ClearReason {
    /** Mail flows again, by as many good samples as the rule asks for. */
    RECOVERED,
    /** The monitor was deleted. */
    MONITOR_DELETED,
    /** The monitor was switched off. */
    MONITOR_DISABLED,
    /** The direction is no longer checked, or is judged by another rule. */
    MONITOR_CHANGED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
