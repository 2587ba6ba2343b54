package org.mailcontinuity.detection.volume;

/**
 * How today compares with the profile. Immutable.
 *
 * <ol>
 *   <li><em>Factor</em>: what came against what is usual, exponentially weighted over about 3 hours, with 20 messages of
 *       prior belief that all is as usual; from 0.2 to 1. More than usual is no promise of more to come.
 *   <li><em>Working</em>: evidence that this is a usual day rather than a quiet one, in nats: per slot n ln(U/Q) - (U-Q),
 *       the log-likelihood ratio of usual to quiet for Poisson counts, faded by a seventieth, within -10 to 10. From 3 on
 *       the day is taken for a usual one.
 * </ol>
 *
 * <p>Example: a firm that rests on Sundays. On Wednesday at 06:00 nothing is known of the day (usual and quiet are the
 * same at night); by 09:00 Wednesday's mail has come and the day works. On Easter Monday it has not.
 */
record Level(float seen, float usual, float working) {
    static final Level NONE = new Level(0, 0, 0);

    private static final float PRIOR = 20;
    private static final float LEAST = 0.2f;
    private static final float KEPT = (float) Math.exp(-1 / 36.0);
    private static final float WORKING_KEPT = (float) Math.exp(-1 / 72.0);
    private static final float MOST_WORKING = 10;
    private static final float WORKS = 3;
    private static final float DIFFERENT = 1.05f;
    private static final float MOST_TIMES = 20;

    float factor() {
        return Math.clamp((seen + PRIOR) / (usual + PRIOR), LEAST, 1);
    }

    boolean works() {
        return working >= WORKS;
    }

    /** After a slot. @param learning false while what comes is no measure of what should */
    Level after(long count, float usually, float quietly, boolean learning) {
        float next = WORKING_KEPT * working;
        if (usually > DIFFERENT * quietly) {
            double times = quietly <= 0 ? MOST_TIMES : Math.min(MOST_TIMES, usually / quietly);
            next += (float) (Math.min(count, 2 * usually + 3) * Math.log(times) - (usually - quietly));
        }
        float clamped = Math.clamp(next, -MOST_WORKING, MOST_WORKING);
        return learning
                ? new Level(KEPT * seen + Math.min(count, 3 * usually + 5), KEPT * usual + usually, clamped)
                : new Level(seen, usual, clamped);
    }
}
