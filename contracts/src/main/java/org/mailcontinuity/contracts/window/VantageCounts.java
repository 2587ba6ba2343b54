package org.mailcontinuity.contracts.window;

import org.mailcontinuity.contracts.Require;

/** How many samples of a vantage ended how. */
public record VantageCounts(String vantage, int success, int impaired, int failure, int inconclusive) {
    public VantageCounts {
        Require.text("counts.vantage", vantage, 1, 100);
        Require.range("counts.success", success, 0, Integer.MAX_VALUE);
        Require.range("counts.impaired", impaired, 0, Integer.MAX_VALUE);
        Require.range("counts.failure", failure, 0, Integer.MAX_VALUE);
        Require.range("counts.inconclusive", inconclusive, 0, Integer.MAX_VALUE);
    }
}
