package org.mailcontinuity.contracts.window;

import org.mailcontinuity.contracts.Require;

/** Points of evidence against a direction, and the points at which a disruption is declared. */
public record EvidenceScore(int score, int threshold) {
    public EvidenceScore {
        Require.range("evidence.score", score, 0, Integer.MAX_VALUE);
        Require.range("evidence.threshold", threshold, 1, Integer.MAX_VALUE);
    }
}
