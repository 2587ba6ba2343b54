package org.mailcontinuity.detection.vantage;

/**
 * How far a vantage's event times lie behind the broker's append times: a leaky running minimum of
 * {@code append - event}, in milliseconds. It covers a skewed clock as well as a slow line, so that what lies above it is
 * real lateness.
 *
 * <ol>
 *   <li>The first sample sets the offset.
 *   <li>Each further one lowers it to {@code append - event} if that is less; else, a minute and more after it was last
 *       measured, the offset leaks upwards by 1 % of the time passed, so that a clock set back is learned in hours and
 *       not never.
 *   <li>A sample more than 120 s above the offset is late: history, never judged, because a stale burst must not alarm.
 *   <li>Event times are corrected by the offset unless it is below 5 s, which is noise. A vantage that only seems to be
 *       behind by less than 120 s is not corrected in its first 8 samples: they may have been held up.
 * </ol>
 *
 * <p>Example: a vantage whose clock is 5 minutes fast has {@code append - event = -300 s}; its samples are judged at
 * {@code event - 300 s}. A sample of it with {@code append - event = -100 s} is 200 s late and not judged.
 *
 * @param vantage whose clock it is
 * @param millis the offset
 * @param measuredAt append time when the offset was last set or leaked, epoch milliseconds
 * @param samples how many were measured, counted up to 8
 */
public record ClockOffset(String vantage, long millis, long measuredAt, int samples) {
    private static final long LATE = 120_000;
    private static final long NOISE = 5_000;
    private static final long LEAK = 100;
    private static final long LEAKS_AFTER = 60_000;
    private static final int KNOWN = 8;

    /** The offset after the first sample of a vantage. */
    public static ClockOffset first(String vantage, long append, long event) {
        return new ClockOffset(vantage, append - event, append, 1);
    }

    /** The offset after one more sample. */
    public ClockOffset observe(long append, long event) {
        long lag = append - event;
        long passed = append - measuredAt;
        if (lag >= millis && passed < LEAKS_AFTER && samples == KNOWN) {
            return this;
        }
        long leaked = passed < LEAKS_AFTER ? millis : millis + passed / LEAK;
        return new ClockOffset(
                vantage,
                Math.min(leaked, lag),
                leaked == millis && lag >= millis ? measuredAt : append,
                Math.min(KNOWN, samples + 1));
    }

    /** True if a sample is too late to be judged. */
    public boolean isLate(long append, long event) {
        return append - event - millis > LATE;
    }

    /** The event time by the broker's clock. */
    public long correct(long event) {
        boolean held = millis >= 0 && millis <= LATE && samples < KNOWN;
        return held || Math.abs(millis) < NOISE ? event : event + millis;
    }
}
