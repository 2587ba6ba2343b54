package org.mailcontinuity.contracts.contact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** A kind of road to a person. */
public enum ChannelType {
    EMAIL,
    SMS,
    WEBHOOK,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
