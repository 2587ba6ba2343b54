package org.mailcontinuity.detector.streams;

/** How the stream is. */
public sealed interface StreamStatus {
    /** It waits until it can start, or until it tries again. */
    record Waiting(String reason) implements StreamStatus {}

    /** It is being started: state is restored, work is shared out. */
    record Starting() implements StreamStatus {}

    /** It judges. */
    record Running() implements StreamStatus {}

    /** It was ended for good. */
    record Ended() implements StreamStatus {}
}
