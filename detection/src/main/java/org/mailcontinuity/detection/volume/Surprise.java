package org.mailcontinuity.detection.volume;

/**
 * How improbable a count is, in nats, if messages come at random (Poisson) at a rate that itself varies by a gamma
 * distribution of mean 1 and variance 1/K about what is expected.
 *
 * <p>D = n ln(n/L) - (n+K) ln((n+K)/(L+K)), and K ln(1 + L/K) for n = 0. By Chernoff's bound for the negative binomial
 * distribution, so few come by chance at most e^-D of the time (Chernoff 1952).
 *
 * <p>Worked example: L = 40 expected, K = 50, nothing seen: D = 50 ln 1.8 = 29.4. With 8 seen: 8 ln 0.2 - 58 ln(58/90) =
 * -12.9 + 25.5 = 12.6: once in 300,000 times.
 */
final class Surprise {
    private Surprise() {}

    /** D; 0 where as much as expected was seen, or more. */
    static double nats(double seen, double expected, double shape) {
        if (seen >= expected) {
            return 0;
        }
        if (seen == 0) {
            return shape * Math.log1p(expected / shape);
        }
        return seen * Math.log(seen / expected) - (seen + shape) * Math.log((seen + shape) / (expected + shape));
    }
}
