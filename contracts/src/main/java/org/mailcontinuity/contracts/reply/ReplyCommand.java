package org.mailcontinuity.contracts.reply;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a contact wants done. */
public enum ReplyCommand {
    /** The alert is theirs. */
    ACKNOWLEDGE,
    /** A continuity event is to start, for as long as the duration says. */
    START,
    /** The alert's continuity event is to end. */
    END,
    /** The alert is to be silent for as long as the duration says. */
    SUSPEND,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
