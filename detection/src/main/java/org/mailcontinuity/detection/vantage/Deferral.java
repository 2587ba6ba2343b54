package org.mailcontinuity.detection.vantage;

/**
 * Unbroken 4xx replies of one route to one vantage that state no fault of the server's own: greylisting, most likely.
 *
 * <ol>
 *   <li>The first such reply starts the count.
 *   <li>While fewer than 3 of them came, or less than 10 minutes passed since the first, they are deferred: no points.
 *   <li>Afterwards each one is bad: no greylisting lasts that long for the same sender and recipient.
 *   <li>Any other result ends the count.
 * </ol>
 *
 * @param since event time of the first, epoch milliseconds; meaningless while {@code count} is 0
 * @param count how many came in a row, counted up to 3
 */
public record Deferral(long since, int count) {
    /** No such reply. */
    public static final Deferral NONE = new Deferral(0, 0);

    private static final long HOLD_MILLIS = 600_000;
    private static final int HOLD_ROUNDS = 3;

    /** The count after one more such reply. */
    public Deferral next(long at) {
        return count == 0 ? new Deferral(at, 1) : new Deferral(since, Math.min(HOLD_ROUNDS, count + 1));
    }

    /** True while such replies still give no points. */
    public boolean holds(long at) {
        return count < HOLD_ROUNDS || at - since < HOLD_MILLIS;
    }
}
