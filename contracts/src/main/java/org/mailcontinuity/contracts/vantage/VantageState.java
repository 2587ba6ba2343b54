package org.mailcontinuity.contracts.vantage;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a worker says of its own sight. */
public enum VantageState {
    /** Its control targets answer. */
    OK,
    /** No control target is configured: nobody vouches for the worker's own network. */
    SINGLE_VIEW,
    /** Its control targets are out of reach: its samples are inconclusive. */
    SELF_CHECK_FAILED,
    /** It has never reached port 25 anywhere. */
    EGRESS_BLOCKED,
    /** It was told to stop. */
    STOPPED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
