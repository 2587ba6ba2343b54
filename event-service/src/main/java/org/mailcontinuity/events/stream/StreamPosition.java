package org.mailcontinuity.events.stream;

import java.util.Optional;

/** Where in the stream a reader goes on. */
sealed interface StreamPosition {
    /** The last entry the reader has, or is taken to have. */
    long last();

    /** The entries after {@code last} are all there. */
    record Resumed(long last) implements StreamPosition {}

    /** Entries that the reader lacks are gone: it has to read the resources anew, and goes on from {@code last}. */
    record Reset(long last) implements StreamPosition {}

    /**
     * @param known the last entry that the reader says it has
     * @param oldest the number of the oldest entry kept, 0 if there is none
     * @param newest the number of the newest entry, 0 if there is none
     */
    static StreamPosition of(Optional<Long> known, long oldest, long newest) {
        if (known.isEmpty()) {
            return new Resumed(newest);
        }
        long last = known.get();
        boolean gone = last < oldest - 1;
        boolean neverWas = last > newest;
        return gone || neverWas ? new Reset(newest) : new Resumed(last);
    }
}
