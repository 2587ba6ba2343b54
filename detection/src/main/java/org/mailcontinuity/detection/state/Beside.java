package org.mailcontinuity.detection.state;

import org.mailcontinuity.detection.burnrate.VoteCounts;
import org.mailcontinuity.detection.latency.Slowness;
import org.mailcontinuity.detection.latency.Speed;
import org.mailcontinuity.detection.volume.Lull;
import org.mailcontinuity.detection.volume.VolumeState;

/**
 * What LATENCY, VOLUME and BURN_RATE know of a direction. Immutable.
 *
 * @param votes kept only where BURN_RATE decides
 */
public record Beside(Speed speed, VolumeState volume, VoteCounts votes) {
    /** Nothing. */
    public static final Beside NONE = new Beside(Speed.NONE, VolumeState.NONE, VoteCounts.NONE);

    private static final int SPEED = 1;
    private static final int VOLUME = 2;
    private static final int VOTES = 4;

    /** True if mail is neither slow nor missing, nor looks like it. */
    public boolean isClear() {
        return speed.slowness().isClear() && volume.lull().kind() == Lull.Kind.NONE;
    }

    /** With other speed. */
    public Beside with(Speed changed) {
        return changed.equals(speed) ? this : new Beside(changed, volume, votes);
    }

    /** With other volume. */
    public Beside with(VolumeState changed) {
        return changed.equals(volume) ? this : new Beside(speed, changed, votes);
    }

    /** With other votes. */
    public Beside with(VoteCounts changed) {
        return new Beside(speed, volume, changed);
    }

    /** Without evidence that mail is slow. */
    public Beside withoutSlowness() {
        return with(speed.with(Slowness.NONE));
    }

    void write(StateWriter out) {
        boolean timed = !speed.equals(Speed.NONE);
        boolean counted = !volume.isEmpty();
        boolean budgeted = !votes.isEmpty();
        out.octet((timed ? SPEED : 0) | (counted ? VOLUME : 0) | (budgeted ? VOTES : 0));
        if (timed) {
            speed.write(out);
        }
        if (counted) {
            volume.write(out);
        }
        if (budgeted) {
            votes.write(out);
        }
    }

    static Beside read(StateReader in) {
        int known = in.octet();
        return known == 0
                ? NONE
                : new Beside(
                        (known & SPEED) != 0 ? Speed.read(in) : Speed.NONE,
                        (known & VOLUME) != 0 ? VolumeState.read(in) : VolumeState.NONE,
                        (known & VOTES) != 0 ? VoteCounts.read(in) : VoteCounts.NONE);
    }
}
