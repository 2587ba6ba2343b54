package org.mailcontinuity.contracts.notification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What became of an attempt. */
public enum AttemptOutcome {
    /** Handed over to the next carrier. */
    SENT,
    /** The person's side confirmed it. */
    CONFIRMED,
    /** Failed for now: tried again. */
    RETRYING,
    /** Failed for good. */
    FAILED,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
