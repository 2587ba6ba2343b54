package org.mailcontinuity.detection.rule;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.mailcontinuity.detection.observation.Direction;

/**
 * What is done beside the rule that fires.
 *
 * @param confirmations true if other vantages are asked to look at once when one sees a failure
 * @param latency what is never called slow, 100 milliseconds to 10 minutes; empty if LATENCY is off
 * @param volume true if VOLUME judges how much real mail comes
 * @param unprobed directions that no probe checks: only their mail is counted
 */
public record Extras(boolean confirmations, Optional<Duration> latency, boolean volume, Set<Direction> unprobed) {
    /** Nothing beside the rule. */
    public static final Extras NONE = new Extras(false, Optional.empty(), false, Set.of());

    public Extras {
        latency.ifPresent(
                floor -> Bounds.check("latency.floor", floor, Duration.ofMillis(100), Duration.ofMinutes(10)));
        unprobed = Set.copyOf(unprobed);
    }

    /** The same with or without confirmations. */
    public Extras withConfirmations(boolean asked) {
        return new Extras(asked, latency, volume, unprobed);
    }

    /** The same with LATENCY on. */
    public Extras withLatency(Duration floor) {
        return new Extras(confirmations, Optional.of(floor), volume, unprobed);
    }

    /** The same with VOLUME on. @param alone directions that no probe checks */
    public Extras withVolume(Set<Direction> alone) {
        return new Extras(confirmations, latency, true, alone);
    }
}
