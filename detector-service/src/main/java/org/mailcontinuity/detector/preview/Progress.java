package org.mailcontinuity.detector.preview;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a preview is.
 *
 * @param share of the records between the two times, 0 to 1; 1 when all are read
 * @param samples how many of the monitor were judged
 * @param unreadable how many of its records are no samples
 * @param at the append time of the latest sample
 */
record Progress(double share, long samples, long unreadable, Optional<Instant> at) {}
