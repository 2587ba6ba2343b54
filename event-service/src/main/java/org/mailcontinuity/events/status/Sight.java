package org.mailcontinuity.events.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.events.vantage.VantageView;

/**
 * From where a monitor is seen.
 *
 * @param expected the vantages that should look: those that the monitor names, else all that are known
 * @param missing those of them that see nothing at the moment
 */
public record Sight(Extent state, List<String> expected, List<Missing> missing) {

    /** How many of the expected vantages see. */
    public enum Extent {
        FULL_SIGHT,
        /** Some do not: what the others see still counts. */
        REDUCED_SIGHT,
        /** None does. */
        NO_SIGHT
    }

    /**
     * A vantage that sees nothing.
     *
     * @param state what it last told; UNKNOWN for one that never told anything
     * @param silent whether it tells nothing any more
     */
    public record Missing(String vantage, VantageState state, boolean silent) {}

    /**
     * The sight of a monitor.
     *
     * @param named the vantages that the monitor names; empty for all
     * @param workers all workers that tell of themselves
     */
    public static Sight of(Collection<String> named, List<VantageStatus> workers, Instant now) {
        Map<String, List<VantageView>> views = workers.stream()
                .map(status -> VantageView.of(status, now))
                .collect(Collectors.groupingBy(VantageView::vantage, TreeMap::new, Collectors.toList()));
        List<String> expected = List.copyOf(new TreeSet<>(named.isEmpty() ? views.keySet() : named));
        List<Missing> missing = new ArrayList<>();
        for (String vantage : expected) {
            List<VantageView> told = views.getOrDefault(vantage, List.of());
            if (told.stream().noneMatch(VantageView::sees)) {
                missing.add(missing(vantage, told));
            }
        }
        return new Sight(extent(expected, missing), expected, List.copyOf(missing));
    }

    private static Missing missing(String vantage, List<VantageView> told) {
        return told.stream()
                .filter(view -> !view.silent())
                .findFirst()
                .map(view -> new Missing(vantage, view.state(), false))
                .orElseGet(() -> new Missing(
                        vantage,
                        told.isEmpty() ? VantageState.UNKNOWN : told.getFirst().state(),
                        true));
    }

    private static Extent extent(List<String> expected, List<Missing> missing) {
        if (missing.isEmpty() && !expected.isEmpty()) {
            return Extent.FULL_SIGHT;
        }
        return missing.size() < expected.size() ? Extent.REDUCED_SIGHT : Extent.NO_SIGHT;
    }
}
