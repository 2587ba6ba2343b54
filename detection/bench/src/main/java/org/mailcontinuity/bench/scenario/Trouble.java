package org.mailcontinuity.bench.scenario;

import java.util.Optional;
import java.util.SplittableRandom;

/** What is wrong with a mail system, or with the way to it, besides the noise. */
@FunctionalInterface
public interface Trouble {
    /** Nothing is. */
    Trouble NONE = (vantage, route, at, random) -> Optional.empty();

    /**
     * How a check ends that starts now; empty where nothing is wrong with it.
     *
     * @param at milliseconds since the trouble began, from 0 to its length
     */
    Optional<Answer> answer(int vantage, int route, long at, SplittableRandom random);

    /** Every check ends so. */
    static Trouble total(Answer answer) {
        Optional<Answer> always = Optional.of(answer);
        return (vantage, route, at, random) -> always;
    }

    /** That share of checks ends so. */
    static Trouble partial(Answer answer, double share) {
        Optional<Answer> sometimes = Optional.of(answer);
        return (vantage, route, at, random) -> random.nextDouble() < share ? sometimes : Optional.empty();
    }

    /** The same, of one route only. */
    default Trouble onRoute(int only) {
        return (vantage, route, at, random) -> route == only ? answer(vantage, route, at, random) : Optional.empty();
    }

    /** The same, as one vantage sees it. */
    default Trouble fromVantage(int only) {
        return (vantage, route, at, random) -> vantage == only ? answer(vantage, route, at, random) : Optional.empty();
    }

    /** The same, in that part of its time only. */
    default Trouble between(long from, long until) {
        return (vantage, route, at, random) ->
                at >= from && at < until ? answer(vantage, route, at, random) : Optional.empty();
    }
}
