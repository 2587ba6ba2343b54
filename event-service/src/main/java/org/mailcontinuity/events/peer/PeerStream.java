package org.mailcontinuity.events.peer;

import java.io.InputStream;

/** What came of asking another service for a long answer. */
public sealed interface PeerStream {
    /** It answers: the body comes as it is written there. Closing it ends the work there. */
    record Open(InputStream body) implements PeerStream {}

    /** It has no place for another such question now; {@code why} is a sentence for the caller. */
    record Busy(String why) implements PeerStream {}

    /** It cannot be called, or refuses; {@code why} is a sentence for the caller. */
    record Away(String why) implements PeerStream {}
}
