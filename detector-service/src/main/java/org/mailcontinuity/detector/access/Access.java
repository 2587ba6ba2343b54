package org.mailcontinuity.detector.access;

/** The answer to a caller's token. */
public sealed interface Access {
    record Granted(String caller) implements Access {}

    /** @param why for the log and the caller; names no secret */
    record Denied(String why) implements Access {}
}
