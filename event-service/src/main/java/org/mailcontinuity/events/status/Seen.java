package org.mailcontinuity.events.status;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.window.VantageCounts;
import org.mailcontinuity.contracts.window.WindowJudgement;

/**
 * What each vantage saw of a direction lately.
 *
 * @param vantages by name
 */
public record Seen(List<VantageCounts> vantages) {
    private static final int LATELY = 2;
    private static final int ENOUGH = 3;

    /** What was seen in the latest two of these windows. */
    public static Seen in(List<WindowJudgement> windows, Direction direction) {
        TreeMap<String, VantageCounts> sums = new TreeMap<>();
        windows.stream()
                .filter(window -> window.direction() == direction)
                .sorted(Comparator.comparing(WindowJudgement::end).reversed())
                .limit(LATELY)
                .flatMap(window -> window.counts().stream())
                .forEach(counts -> sums.merge(counts.vantage(), counts, Seen::sum));
        return new Seen(List.copyOf(sums.values()));
    }

    /**
     * The vantages that alone see mail fail while at least one other sees it flow: a fault of a path or a region rather
     * than of the mail system. Empty where there are none, or where it cannot be said.
     */
    public List<String> regional() {
        boolean othersSeeItFlow = vantages.stream().anyMatch(Seen::flows);
        return othersSeeItFlow ? names(Seen::fails) : List.of();
    }

    private List<String> names(Predicate<VantageCounts> which) {
        return vantages.stream().filter(which).map(VantageCounts::vantage).toList();
    }

    private static boolean fails(VantageCounts counts) {
        return counts.failure() >= ENOUGH && counts.failure() >= good(counts);
    }

    private static boolean flows(VantageCounts counts) {
        return good(counts) >= ENOUGH && counts.failure() * 10 <= good(counts);
    }

    private static int good(VantageCounts counts) {
        return counts.success() + counts.impaired();
    }

    private static VantageCounts sum(VantageCounts one, VantageCounts other) {
        return new VantageCounts(
                one.vantage(),
                one.success() + other.success(),
                one.impaired() + other.impaired(),
                one.failure() + other.failure(),
                one.inconclusive() + other.inconclusive());
    }
}
