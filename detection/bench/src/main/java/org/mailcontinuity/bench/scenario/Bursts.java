package org.mailcontinuity.bench.scenario;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Spans of bad network: they begin as a Poisson process and last exponentially long. Times in epoch milliseconds; asked
 * for in rising order of time, give or take a minute.
 */
final class Bursts {
    private static final long SLACK = 120_000;

    private long[] begins = new long[16];
    private long[] ends = new long[16];
    private int count;
    private int first;

    /**
     * Draws the bursts of a time.
     *
     * @param every mean time from one to the next, milliseconds
     * @param mean mean length, milliseconds
     */
    Bursts(long from, long until, long every, long mean, SplittableRandom random) {
        double at = from + exponential(every, random);
        while (at < until) {
            add((long) at, (long) (at + exponential(mean, random)));
            at += exponential(every, random);
        }
    }

    /** True if the network is bad then. */
    boolean cover(long at) {
        while (first < count && ends[first] < at - SLACK) {
            first++;
        }
        for (int i = first; i < count && begins[i] <= at; i++) {
            if (at < ends[i]) {
                return true;
            }
        }
        return false;
    }

    private void add(long begin, long end) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        begins[count] = begin;
        ends[count] = end;
        count++;
    }

    private static double exponential(double mean, SplittableRandom random) {
        return -mean * Math.log1p(-random.nextDouble());
    }
}
