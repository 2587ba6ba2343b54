package org.mailcontinuity.contracts.sample;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a check ended. */
public enum Outcome {
    SUCCESS,
    /** Got through, with a defect. */
    IMPAIRED,
    FAILURE,
    /** A fault of our own, or an abort: no evidence about the mail system. */
    INCONCLUSIVE,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
