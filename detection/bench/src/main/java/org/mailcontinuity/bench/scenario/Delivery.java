package org.mailcontinuity.bench.scenario;

import java.util.SplittableRandom;

/**
 * How samples travel from a vantage to the broker.
 *
 * @param skew what is added to a vantage's clock, milliseconds, multiples of the interval
 * @param lateShare share of samples that come late, evenly up to {@code latest} milliseconds
 * @param twiceShare share of samples that come twice
 * @param stalled vantages that hand over nothing from {@code stallFrom} until {@code stallUntil}, and then all at once
 */
public record Delivery(
        long[] skew,
        double lateShare,
        long latest,
        double twiceShare,
        boolean[] stalled,
        long stallFrom,
        long stallUntil) {

    /** At once, in order, by right clocks. */
    public static final Delivery PROMPT = new Delivery(new long[8], 0, 0, 0, new boolean[8], 0, 0);

    /** When the broker has a sample that was complete then. */
    long appendedAt(int vantage, long completed, SplittableRandom random) {
        long at = completed + random.nextLong(10, 80);
        if (lateShare > 0 && random.nextDouble() < lateShare) {
            at += random.nextLong(latest);
        }
        boolean held = stalled[vantage] && at >= stallFrom && at < stallUntil;
        return held ? stallUntil + random.nextLong(200) : at;
    }
}
