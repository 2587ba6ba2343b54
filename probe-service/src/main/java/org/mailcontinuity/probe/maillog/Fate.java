package org.mailcontinuity.probe.maillog;

/** What became of a message for one recipient, for now. */
public enum Fate {
    ACCEPTED,
    DEFERRED,
    REJECTED
}
