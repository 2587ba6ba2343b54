package org.mailcontinuity.probe.kafka;

import org.mailcontinuity.contracts.Message;

/** What a record turned out to be. */
public sealed interface Incoming {
    record Known(Message message) implements Incoming {}

    /** The record's key has no message any more. */
    record Tombstone() implements Incoming {}

    /** A type of message that this release does not know: to be skipped and counted. */
    record UnknownType(String type) implements Incoming {}

    /** Nobody can read it, now or later: it belongs on the dead-letter topic. */
    record Unreadable(String cause) implements Incoming {}
}
