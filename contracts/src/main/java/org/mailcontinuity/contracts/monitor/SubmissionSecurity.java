package org.mailcontinuity.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a submission is protected. */
public enum SubmissionSecurity {
    /** STARTTLS, usually on port 587 (RFC 6409). */
    STARTTLS,
    /** TLS from the first byte, usually on port 465 (RFC 8314). */
    TLS,
    /** None: only where a private network protects it. */
    NONE,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
