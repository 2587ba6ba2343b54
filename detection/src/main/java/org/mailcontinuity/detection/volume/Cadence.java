package org.mailcontinuity.detection.volume;

/**
 * How reports follow each other, by the latest: a slot can be judged once the report that reaches into it must have come.
 *
 * <p>Example: reports of an hour, the latest to 12:00. The slot from 12:05 is in the report to 13:00, and is judged from
 * 13:02 on; so is the one from 12:55. With reports of a minute, the slot from 12:05 is judged from 12:12 on.
 *
 * @param end end of the latest report, epoch milliseconds
 * @param span what it covered, milliseconds, at least 1
 */
record Cadence(long end, long span) {
    /** Nobody reported yet. */
    static final Cadence NONE = new Cadence(0, 1);

    private static final long GRACE = 120_000;

    /** When a slot can be judged, epoch milliseconds. @param slotEnd its end */
    long judgedFrom(long slotEnd) {
        return slotEnd + Math.floorMod(end - slotEnd, span) + GRACE;
    }
}
