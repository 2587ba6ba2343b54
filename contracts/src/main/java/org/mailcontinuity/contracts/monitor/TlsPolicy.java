package org.mailcontinuity.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a check demands of TLS. */
public enum TlsPolicy {
    /** A connection without sound TLS is a failure. */
    REQUIRED,
    /** A connection without sound TLS is reported as impaired. */
    OPPORTUNISTIC,
    /** TLS is not tried. */
    NONE,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
