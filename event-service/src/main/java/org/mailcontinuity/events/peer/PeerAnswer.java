package org.mailcontinuity.events.peer;

/** What came of calling another service. */
public sealed interface PeerAnswer {
    /** It answered, whatever it said; {@code body} is cut at 4 MiB. */
    record Answered(int status, byte[] body) implements PeerAnswer {}

    /** It cannot be called, or did not answer; {@code why} is a sentence for the caller. */
    record Away(String why) implements PeerAnswer {}
}
