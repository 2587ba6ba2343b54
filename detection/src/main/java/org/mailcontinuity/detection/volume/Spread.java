package org.mailcontinuity.detection.volume;

import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * How far counts fall below what is expected in healthy times, per window of the test. Immutable.
 *
 * <ol>
 *   <li>v is the mean of 2 max(0, L - n)^2 - L over the mean of L^2, exponentially weighted over about four weeks: the
 *       variance of the rate beyond Poisson's, relative to its mean. Only shortfalls count, doubled: bursts are common and
 *       say nothing of silence.
 *   <li>K = 1 / v, at most 50.
 * </ol>
 */
final class Spread {
    static final Spread UNKNOWN =
            new Spread(new double[VolumeRule.WINDOWS.length], new double[VolumeRule.WINDOWS.length]);

    private static final double KEPT = Math.exp(-1 / 8064.0);
    private static final double LEAST = 0.02;

    private final double[] shortfalls;
    private final double[] squares;

    private Spread(double[] shortfalls, double[] squares) {
        this.shortfalls = shortfalls;
        this.squares = squares;
    }

    /** K of a window; 1 while nothing is known. */
    double shape(int window) {
        return squares[window] > 0 ? 1 / Math.max(LEAST, shortfalls[window] / squares[window]) : 1;
    }

    /** After a healthy slot. @param expected per window, 0 where it is not known */
    Spread after(long[] seen, double[] expected) {
        double[] falls = shortfalls.clone();
        double[] wide = squares.clone();
        for (int window = 0; window < falls.length; window++) {
            if (expected[window] > 0) {
                double missing = Math.max(0, expected[window] - seen[window]);
                falls[window] = KEPT * falls[window] + 2 * missing * missing - expected[window];
                wide[window] = KEPT * wide[window] + expected[window] * expected[window];
            }
        }
        return new Spread(falls, wide);
    }

    void write(StateWriter out) {
        for (int window = 0; window < squares.length; window++) {
            out.number(Double.doubleToLongBits(squares[window]));
            out.number(Double.doubleToLongBits(shortfalls[window]));
        }
    }

    static Spread read(StateReader in) {
        int windows = VolumeRule.WINDOWS.length;
        double[] falls = new double[windows];
        double[] wide = new double[windows];
        for (int window = 0; window < windows; window++) {
            wide[window] = Double.longBitsToDouble(in.number());
            falls[window] = Double.longBitsToDouble(in.number());
        }
        return new Spread(falls, wide);
    }
}
