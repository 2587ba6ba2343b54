package org.mailcontinuity.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The noise of healthy times.
 *
 * <ol>
 *   <li>0.5 % of checks fail, each by itself.
 *   <li>A vantage's own network is bad once in 8 hours, for 90 s in the mean: 70 % of its checks fail, and of its control
 *       checks too; where both fail the vantage knows that it is its own fault.
 *   <li>The path from a vantage to the mail system is bad once in 24 hours, for 120 s in the mean: 70 % of checks fail.
 * </ol>
 */
final class Noise {
    static final double LOSS = 0.005;

    private static final double LOSS_IN_BURST = 0.7;
    private static final long MINUTE = 60_000;

    private final List<Bursts> own = new ArrayList<>();
    private final List<Bursts> path = new ArrayList<>();

    Noise(int vantages, long from, long until, SplittableRandom random) {
        for (int i = 0; i < vantages; i++) {
            own.add(new Bursts(from, until, 8 * 60 * MINUTE, 90_000, random));
            path.add(new Bursts(from, until, 24 * 60 * MINUTE, 120_000, random));
        }
    }

    /** What keeps a check from reaching the mail system; empty if nothing does. */
    Optional<Answer> answer(int vantage, long at, SplittableRandom random) {
        if (own.get(vantage).cover(at) && random.nextDouble() < LOSS_IN_BURST) {
            boolean known = random.nextDouble() < LOSS_IN_BURST;
            return Optional.of(known ? Answer.SELF_CHECK_FAILED : Answer.CONNECT_TIMEOUT);
        }
        if (path.get(vantage).cover(at) && random.nextDouble() < LOSS_IN_BURST) {
            return Optional.of(Answer.CONNECT_TIMEOUT);
        }
        return random.nextDouble() < LOSS ? Optional.of(Answer.CONNECT_TIMEOUT) : Optional.empty();
    }
}
