package org.mailcontinuity.contracts.monitor;

import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;

/**
 * Settings of the rule {@link Rule#BURN_RATE}.
 *
 * @param objective the share of checks that is to be good, 0.95 to 0.9999 (default 0.99); the rest is the error budget
 */
public record BurnRate(Double objective) {
    public static final BurnRate DEFAULT = new BurnRate(0.99);

    private static final double LEAST = 0.95;
    private static final double MOST = 0.9999;

    public BurnRate {
        objective = Require.orElse(objective, 0.99);
        if (!(objective >= LEAST && objective <= MOST)) {
            throw new ContractViolation("detection.burnRate.objective", "must be 0.95 to 0.9999", objective);
        }
    }
}
