package org.mailcontinuity.detection.volume;

import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * How much mail comes at each hour of the week. Immutable.
 *
 * <ol>
 *   <li>The mean of an hour of the week is the plain mean of its first four weeks, then an exponential one: each further
 *       week counts a quarter.
 *   <li>An hour counts at most as three times its mean and ten, so that one newsletter does not teach that silence
 *       follows.
 *   <li>What is <em>usual</em> in a slot of 5 minutes is interpolated between the middles of the hours.
 *   <li>What is <em>least</em> to be expected is the least of what is usual then, an hour before and an hour after: the
 *       clocks may have changed, and mornings begin late.
 *   <li>What is to be expected on a <em>quiet</em> day is the least that comes at that time on any day of the week.
 * </ol>
 *
 * <p>Hours are those of the epoch's week in UTC. An hour is known after four weeks of it.
 */
final class WeeklyProfile {
    static final int HOURS = 168;
    static final WeeklyProfile EMPTY = new WeeklyProfile(new float[HOURS], new byte[HOURS]);

    private static final int SLOTS = 12;
    private static final int DAY = 24;
    private static final int ENOUGH_WEEKS = 4;
    private static final int MOST_WEEKS = 100;
    private static final float NEWEST = 0.25f;
    /** Means are kept in sixteenths. */
    private static final float PARTS = 16;

    private final float[] means;
    private final byte[] weeks;

    private WeeklyProfile(float[] means, byte[] weeks) {
        this.means = means;
        this.weeks = weeks;
    }

    /** With one more hour, which starts with that slot. @param count messages, as of a whole hour */
    WeeklyProfile learn(long slot, float count) {
        int hour = hour(slot);
        float[] nextMeans = means.clone();
        byte[] nextWeeks = weeks.clone();
        float counted = weeks[hour] < 2 ? count : Math.min(count, 3 * means[hour] + 10);
        float weight = Math.max(NEWEST, 1f / (weeks[hour] + 1));
        nextMeans[hour] = Math.round(PARTS * (means[hour] + weight * (counted - means[hour]))) / PARTS;
        nextWeeks[hour] = (byte) Math.min(MOST_WEEKS, weeks[hour] + 1);
        return new WeeklyProfile(nextMeans, nextWeeks);
    }

    /** True if the hour of a slot and the hours beside it are known. */
    boolean knows(long slot) {
        int hour = hour(slot);
        return weeks[hour] >= ENOUGH_WEEKS
                && weeks[(hour + 1) % HOURS] >= ENOUGH_WEEKS
                && weeks[(hour + HOURS - 1) % HOURS] >= ENOUGH_WEEKS;
    }

    float usual(long slot) {
        return between(slot, 0);
    }

    float least(long slot) {
        return Math.min(between(slot, 0), Math.min(between(slot, -1), between(slot, 1)));
    }

    float quiet(long slot) {
        float least = Float.MAX_VALUE;
        for (int day = 0; day < HOURS; day += DAY) {
            for (int shift = -1; shift <= 1; shift++) {
                least = Math.min(least, between(slot, day + shift));
            }
        }
        return least;
    }

    void write(StateWriter out) {
        for (int hour = 0; hour < HOURS; hour++) {
            out.octet(weeks[hour]);
            if (weeks[hour] > 0) {
                out.number(Math.round(means[hour] * PARTS));
            }
        }
    }

    static WeeklyProfile read(StateReader in) {
        float[] means = new float[HOURS];
        byte[] weeks = new byte[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            weeks[hour] = (byte) in.octet();
            means[hour] = weeks[hour] > 0 ? in.number() / PARTS : 0;
        }
        return new WeeklyProfile(means, weeks);
    }

    /** Messages in a slot, as they usually come so many hours later. */
    private float between(long slot, int shift) {
        int hour = (hour(slot) + shift + HOURS) % HOURS;
        float fromMiddle = (Math.floorMod(slot, SLOTS) + 0.5f) / SLOTS - 0.5f;
        int beside = (hour + (fromMiddle > 0 ? 1 : HOURS - 1)) % HOURS;
        float part = Math.abs(fromMiddle);
        return (means[hour] * (1 - part) + means[beside] * part) / SLOTS;
    }

    private static int hour(long slot) {
        return (int) Math.floorMod(Math.floorDiv(slot, (long) SLOTS), (long) HOURS);
    }
}
