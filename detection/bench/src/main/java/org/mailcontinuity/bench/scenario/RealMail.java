package org.mailcontinuity.bench.scenario;

import java.util.SplittableRandom;

/**
 * Real mail as a server's log counts it in steps of 5 minutes: what machines send, the same at all hours and days, and what
 * people send, much in office hours, little in the evening, and a tenth of that at weekends; a day
 * differs from another by a tenth, a step from the next by a quarter beyond chance.
 *
 * @param seed of the days' levels
 * @param perHour messages in a busy hour
 */
public record RealMail(long seed, double perHour) {
    static final long STEP = 300_000;

    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;
    /** Share of people's mail in a busy hour, by hour of the day. */
    private static final double[] HOURS = {
        .01, 0, 0, 0, 0, .03, .12, .45, .9, 1, 1, .95, .8, .9, 1, 1, .9, .6, .3, .2, .15, .12, .06, .03
    };

    private static final double MACHINES = 0.03;

    private static final double OFF = 0.1;
    private static final double SPREAD_OF_DAYS = 0.1;
    private static final double SPREAD_OF_STEPS = 0.25;

    /** Messages of the step that begins then, epoch milliseconds. */
    long count(long from, SplittableRandom random) {
        long day = Math.floorDiv(from, DAY);
        double level = Math.exp(SPREAD_OF_DAYS * new SplittableRandom(seed ^ day).nextGaussian());
        double people = HOURS[(int) (Math.floorMod(from, DAY) / HOUR)] * (isOff(day) ? OFF : 1);
        double hourly = perHour * (MACHINES + people);
        double mean = level * hourly * STEP / HOUR * Math.exp(SPREAD_OF_STEPS * random.nextGaussian());
        return poisson(mean, random);
    }

    /** 1 January 1970 was a Thursday. */
    private static boolean isOff(long day) {
        return Math.floorMod(day + 3, 7) >= 5;
    }

    private static long poisson(double mean, SplittableRandom random) {
        double passed = 0;
        long count = -1;
        while (passed <= mean) {
            passed -= Math.log1p(-random.nextDouble());
            count++;
        }
        return count;
    }
}
