package org.mailcontinuity.detection.latency;

import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * How long a kind of check takes one vantage in healthy times. Immutable.
 *
 * <ol>
 *   <li>64 buckets: bucket {@code i} counts checks that took at most 2^(0.3 (i + 1)) milliseconds and longer than the bucket
 *       before, so that the last but one ends at 8 minutes and a bucket is 23 % wide. The last takes everything above.
 *   <li>All counts are halved at each new week (since the epoch), so that the past fades.
 *   <li>Every good check counts up to the 500th, then the first of each 10 minutes: enough for the quantile of a week.
 *   <li>A slow check counts only once mail has been slow for three days: else the start of a fault would teach that it is
 *       usual.
 *   <li>q99 is the end of the bucket in which 99 % of the checks are reached.
 *   <li>A check is slow if it took longer than 1.5 x q99, and than the floor of the settings (2 s). Nothing is slow before
 *       60 checks are known.
 * </ol>
 *
 * <p>Worked example: 990 checks of 100 ms and 10 of 900 ms. 99 % are reached in the bucket that ends at 2^6.9 = 119 ms, so
 * q99 = 119 ms and the limit is 178 ms: below the floor of 2 s nothing is slow. If every check takes 3 s: q99 = 2^11.7 =
 * 3,326 ms, and the limit is 4,989 ms.
 */
public final class LatencyProfile {
    /** Nothing is known. */
    public static final LatencyProfile EMPTY =
            new LatencyProfile(new short[LatencyProfile.BUCKETS], 0, 0, Long.MAX_VALUE);

    private static final int BUCKETS = 64;
    private static final int VERSION = 1;
    private static final double STEP = 0.3;
    private static final long PERIOD = 600_000;
    private static final long WEEK = 7 * 24 * 6 * PERIOD;
    private static final int ENOUGH = 60;
    private static final int EVERY_ONE = 500;
    private static final long[] ENDS = ends();

    private final short[] counts;
    private final int total;
    private final long period;
    private final long limit;

    private LatencyProfile(short[] counts, int total, long period, long limit) {
        this.counts = counts;
        this.total = total;
        this.period = period;
        this.limit = limit;
    }

    /**
     * With one more good check of healthy times.
     *
     * @param millis how long it took
     * @param at event time, epoch milliseconds
     */
    public LatencyProfile learn(long millis, long at) {
        long of = Math.floorDiv(at, PERIOD);
        if (total >= EVERY_ONE && of <= period) {
            return this;
        }
        short[] next = counts.clone();
        if (period > 0 && Math.floorDiv(at, WEEK) > Math.floorDiv(period * PERIOD, WEEK)) {
            halve(next);
        }
        int bucket = bucket(millis);
        next[bucket] = (short) Math.min(Short.MAX_VALUE, next[bucket] + 1);
        return of(next, Math.max(of, period));
    }

    /** What a check may take, in milliseconds; {@link Long#MAX_VALUE} while too little is known. */
    public long limit() {
        return limit;
    }

    /** Writes it in its binary form, which begins with its version: empty buckets cost nothing. */
    public void write(StateWriter out) {
        out.octet(VERSION);
        out.number(period);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (counts[bucket] > 0) {
                out.octet(bucket);
                out.number(counts[bucket]);
            }
        }
        out.octet(BUCKETS);
    }

    /** Reads what {@link #write} wrote. @throws IllegalArgumentException if it is of no known version */
    public static LatencyProfile read(StateReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("version of the latencies must be " + VERSION + ", was " + version);
        }
        long period = in.number();
        short[] counts = new short[BUCKETS];
        for (int bucket = in.octet(); bucket < BUCKETS; bucket = in.octet()) {
            counts[bucket] = (short) Math.clamp(in.number(), 0, Short.MAX_VALUE);
        }
        return of(counts, period);
    }

    private static LatencyProfile of(short[] counts, long period) {
        int total = 0;
        for (short count : counts) {
            total += count;
        }
        return new LatencyProfile(counts, total, period, limit(counts, total));
    }

    private static long limit(short[] counts, int total) {
        if (total < ENOUGH) {
            return Long.MAX_VALUE;
        }
        int reached = 0;
        int bucket = 0;
        while (bucket < BUCKETS - 1) {
            reached += counts[bucket];
            if (100L * reached >= 99L * total) {
                break;
            }
            bucket++;
        }
        return ENDS[bucket] * 3 / 2;
    }

    private static void halve(short[] counts) {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            counts[bucket] /= 2;
        }
    }

    private static int bucket(long millis) {
        int low = 0;
        int high = BUCKETS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (millis <= ENDS[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long[] ends() {
        long[] ends = new long[BUCKETS];
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            ends[bucket] = (long) Math.pow(2, STEP * (bucket + 1));
        }
        return ends;
    }
}
