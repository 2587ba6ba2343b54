package org.mailcontinuity.detection.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.vantage.RouteKey;

/**
 * Names the cause from what was seen since the evidence began.
 *
 * <ol>
 *   <li>Per stage s, the excess e_s = votes against there - n * rate_s, n being all votes and rate_s what fails there in
 *       healthy times ({@link StageRates}). The stage with most is where it stops, the earlier one on a tie.
 *   <li>Confidence is that stage's share of all excess. Below 0.6 the cause is mixed: the earliest stage seen is named, because what
 *       fails early hides what would fail later.
 *   <li>At that stage the most frequent fault is the cause, and the most preferred route with it gives the name. A route
 *       with less than a quarter of the votes of the one with most is not meant: its few are the line's usual loss.
 *   <li>The sentence says who does what, and in brackets how many routes and vantages see it.
 *   <li>The cause key is stage, fault and host (or domain), which all monitors of the same host have in common.
 * </ol>
 *
 * <p>Example: 6 x (CONNECT, CONNECT_REFUSED, mx1), 5 x (CONNECT, CONNECT_REFUSED, mx2), 1 x (RCPT, TEMPFAIL, mx2) gives
 * {@code mx1.example.test refuses connections (all 2 routes, vantage local)}, confidence 11/12.
 */
public final class CauseFinder {
    private static final double CLEAR = 0.6;
    private static final int SHARE_OF_ROUTE = 4;
    private static final Comparator<RouteKey> BY_PREFERENCE = Comparator.comparingInt((RouteKey key) -> key.route()
                    .map(route -> route.preference().orElse(Integer.MAX_VALUE))
                    .orElse(Integer.MAX_VALUE))
            .thenComparing(key -> key.route().map(Route::host).orElse(""))
            .thenComparing(key -> key.route().map(Route::port).orElse(0));

    private CauseFinder() {}

    /**
     * Names the cause.
     *
     * @param tally what was seen, not empty
     * @param rates what fails in healthy times
     * @param known all routes tried lately
     * @param onlookers who looked lately
     */
    public static Cause find(
            CauseTally tally, StageRates rates, Set<RouteKey> known, Onlookers onlookers, String domain) {
        List<CauseCount> counts = tally.counts();
        Map<Stage, Double> stages = excess(tally, rates);
        double total = stages.values().stream().mapToDouble(Double::doubleValue).sum();
        Stage most = largest(stages);
        double confidence = stages.getOrDefault(most, 0.0) / total;
        boolean mixed = confidence < CLEAR;
        Stage stage = mixed ? stages.keySet().iterator().next() : most;
        List<CauseCount> there =
                counts.stream().filter(count -> count.stage() == stage).toList();
        Fault fault = largest(sum(there, CauseCount::fault, Fault.class));
        List<CauseCount> same =
                routesOf(there.stream().filter(count -> count.fault() == fault).toList());
        CauseCount first = same.getFirst();
        Optional<Route> named = first.key().route();
        String sentence = (mixed ? "mixed, earliest: " : "")
                + FaultWords.clause(first, named, domain)
                + brackets(same, known, onlookers);
        return new Cause(
                Optional.of(stage),
                fault == Fault.UNKNOWN ? Optional.empty() : Optional.of(fault),
                same.size() == 1 ? named : Optional.empty(),
                stage + ":" + fault + ":" + named.map(Route::host).orElse(domain),
                sentence,
                confidence);
    }

    private static List<CauseCount> routesOf(List<CauseCount> same) {
        int most = same.stream().mapToInt(CauseCount::count).max().orElse(0);
        return same.stream()
                .filter(count -> SHARE_OF_ROUTE * count.count() >= most)
                .sorted(Comparator.comparing(CauseCount::key, BY_PREFERENCE))
                .toList();
    }

    /** True if at least 0.6 of what was seen is this very fault at this stage: it may replace the cause told before. */
    public static boolean dominates(List<CauseCount> counts, Cause cause) {
        int same = 0;
        int total = 0;
        for (CauseCount count : counts) {
            total += count.count();
            boolean matches = cause.stage().equals(Optional.of(count.stage()))
                    && count.fault() == cause.fault().orElse(Fault.UNKNOWN);
            same += matches ? count.count() : 0;
        }
        return same >= CLEAR * total;
    }

    /** True if the key is that of a cause of this fault, at this stage, of this host. */
    public static boolean isKeyOf(String causeKey, Failure failure, String host) {
        String stage = failure.stage().name();
        String fault = failure.fault().name();
        return causeKey.length() == stage.length() + fault.length() + host.length() + 2
                && causeKey.startsWith(stage)
                && causeKey.startsWith(fault, stage.length() + 1)
                && causeKey.endsWith(host);
    }

    private static String brackets(List<CauseCount> same, Set<RouteKey> known, Onlookers onlookers) {
        long routes = Stream.concat(known.stream(), same.stream().map(CauseCount::key))
                .filter(key -> key.check() == same.getFirst().key().check()
                        && key.route().isPresent())
                .distinct()
                .count();
        List<String> words = new ArrayList<>();
        if (routes > 1) {
            words.add(same.size() == routes ? "all " + routes + " routes" : same.size() + " of " + routes + " routes");
        }
        words.addAll(onlookers.words());
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    /** Per stage with any; where nothing exceeds the usual, the votes themselves. */
    private static Map<Stage, Double> excess(CauseTally tally, StageRates rates) {
        Map<Stage, Double> seen = sum(tally.counts(), CauseCount::stage, Stage.class);
        Map<Stage, Double> excess = new EnumMap<>(Stage.class);
        seen.forEach((stage, votes) -> {
            double above = votes - rates.expected(stage, tally.counted());
            if (above > 0) {
                excess.put(stage, above);
            }
        });
        return excess.isEmpty() ? seen : excess;
    }

    private static <E extends Enum<E>> Map<E, Double> sum(
            List<CauseCount> counts, Function<CauseCount, E> by, Class<E> type) {
        Map<E, Double> sums = new EnumMap<>(type);
        for (CauseCount count : counts) {
            sums.merge(by.apply(count), (double) count.count(), Double::sum);
        }
        return sums;
    }

    private static <E extends Enum<E>> E largest(Map<E, Double> sums) {
        return sums.entrySet().stream()
                .max(Map.Entry.<E, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
