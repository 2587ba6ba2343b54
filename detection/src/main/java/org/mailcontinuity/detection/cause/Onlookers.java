package org.mailcontinuity.detection.cause;

import java.util.ArrayList;
import java.util.List;

/**
 * The vantages that looked lately, by what they see.
 *
 * @param agreeing those that see the fault, by name
 * @param disagreeing those that see mail flow, by name
 */
public record Onlookers(List<String> agreeing, List<String> disagreeing) {
    private static final int NAMED = 3;

    /** Such as {@code vantage local}, {@code all 3 vantages} or {@code 1 of 3 vantages: eu-1}; empty if nobody looked. */
    public List<String> words() {
        int all = agreeing.size() + disagreeing.size();
        if (all == 0 || agreeing.isEmpty()) {
            return List.of();
        }
        if (all == 1) {
            return List.of("vantage " + agreeing.getFirst());
        }
        if (disagreeing.isEmpty()) {
            return List.of("all " + all + " vantages");
        }
        List<String> names = new ArrayList<>(agreeing.subList(0, Math.min(NAMED, agreeing.size())));
        if (names.size() < agreeing.size()) {
            names.add("…");
        }
        return List.of(agreeing.size() + " of " + all + " vantages: " + String.join(", ", names));
    }
}
