package org.mailcontinuity.contracts.sample;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Which way mail flows, as the organisation sees it. */
public enum Direction {
    /** The world to the organisation. */
    INBOUND,
    /** The organisation to the world. */
    OUTBOUND,
    /** People to their mailboxes: mail may flow while nobody can get in. */
    ACCESS,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
