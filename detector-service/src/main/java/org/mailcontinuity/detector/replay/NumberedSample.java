package org.mailcontinuity.detector.replay;

import java.time.Instant;
import org.mailcontinuity.contracts.sample.Sample;

/**
 * A sample and the line it stood on.
 *
 * @param line counted from 1
 */
public record NumberedSample(long line, Sample sample) {

    /** The time by which the sample moves the clock, epoch milliseconds: append time where the file has it. */
    long at() {
        Instant at = sample.appendedAt().orElse(sample.completedAt());
        return at.toEpochMilli();
    }
}
