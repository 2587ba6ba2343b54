package org.mailcontinuity.detector.topics;

import java.time.Instant;
import java.util.Map;

/**
 * Where the samples topic ended at some time.
 *
 * @param takenAt when it was asked, by the wall clock
 * @param ends per partition the offset after its last record
 */
public record SampleEnds(Instant takenAt, Map<Integer, Long> ends) {
    /** Nothing is known yet. */
    public static final SampleEnds UNKNOWN = new SampleEnds(Instant.EPOCH, Map.of());
}
