package org.mailcontinuity.contracts.reply;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What came of it. */
public enum ReplyOutcome {
    ACKNOWLEDGED,
    /** Somebody had acknowledged it before; nothing was changed. */
    ALREADY_ACKNOWLEDGED,
    /** It was over before; nothing was changed. */
    ALREADY_RESOLVED,
    SUSPENDED,
    STARTED,
    /** There was a continuity event for the alert before; nothing was changed. */
    ALREADY_STARTED,
    ENDED,
    /** It was done before, and was not done twice. */
    REPEATED,
    /** The present state, or a limit, does not allow it; nothing was changed. */
    NOT_POSSIBLE,
    /** The alert, or the contact, is not there any more, or the alert is not the contact's. */
    WITHDRAWN,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
