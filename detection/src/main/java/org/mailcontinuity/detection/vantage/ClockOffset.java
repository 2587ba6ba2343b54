package org.mailcontinuity.detection.vantage;

/**
 * How far a vantage's event times lie behind the broker's append times: a leaky running minimum of
 * {@code append - event}, in milliseconds. It covers a skewed clock as well as a slow line, so that what lies above it is
 * real lateness.
 *
 * <ol>
 *   <li>The first sample sets the offset.
 *   <li>Each further one lowers it to {@code append - event} if that is less; else the offset leaks upwards by 1 % of
 *       the time passed, so that a clock set back is learned in hours and not never.
 *   <li>A sample more than 120 s above the offset is late: history, never judged, because a stale burst must not alarm.
 *   <li>Event times are corrected by the offset unless it is below 2 s, which is noise.
 * </ol>
 *
 * <p>Example: a vantage whose clock is 5 minutes fast has {@code append - event = -300 s}; its samples are judged at
 * {@code event - 300 s}. A sample of it with {@code append - event = -100 s} is 200 s late and not judged.
 *
 * @param millis the offset
 * @param measuredAt append time of the last sample, epoch milliseconds
 */
public record ClockOffset(long millis, long measuredAt) {
    private static final long LATE = 120_000;
    private static final long NOISE = 2_000;
    private static final long LEAK = 100;

    /** The offset after the first sample of a vantage. */
    public static ClockOffset first(long append, long event) {
        return new ClockOffset(append - event, append);
    }

    /** The offset after one more sample. */
    public ClockOffset observe(long append, long event) {
        long leaked = millis + Math.max(0, append - measuredAt) / LEAK;
        return new ClockOffset(Math.min(leaked, append - event), append);
    }

    /** True if a sample is too late to be judged. */
    public boolean isLate(long append, long event) {
        return append - event - millis > LATE;
    }

    /** The event time by the broker's clock. */
    public long correct(long event) {
        return Math.abs(millis) < NOISE ? event : event + millis;
    }
}
