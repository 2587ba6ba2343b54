package org.mailcontinuity.contracts.sample;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a check ran. */
public enum Trigger {
    SCHEDULED,
    /** Asked for by the detector, to confirm a first bad sample. */
    CONFIRMATION,
    /** Asked for by a person: shown, but it never votes. */
    MANUAL,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
