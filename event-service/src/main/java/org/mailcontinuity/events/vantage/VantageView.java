package org.mailcontinuity.events.vantage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.contracts.vantage.VantageStatus;

/**
 * A worker as the API shows it.
 *
 * @param silent whether it has not told of itself for so long that it may be gone
 * @param lastSampleAt when its latest check was done
 */
public record VantageView(
        String vantage,
        String worker,
        VantageState state,
        boolean silent,
        Instant at,
        int monitors,
        Optional<Instant> lastSampleAt,
        Duration lag,
        Optional<Duration> clockOffset,
        long droppedSamples,
        List<VantageStatus.ControlTarget> controlTargets) {
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    /** Whether what it says can be believed: it tells of itself, and of no fault of its own. */
    public boolean sees() {
        return !silent && (state == VantageState.OK || state == VantageState.SINGLE_VIEW);
    }

    public static VantageView of(VantageStatus status, Instant now) {
        return new VantageView(
                status.vantage(),
                status.worker(),
                status.state(),
                status.at().plus(LONGEST_SILENCE).isBefore(now),
                status.at(),
                status.monitors(),
                status.lastSampleAt(),
                status.lag(),
                status.clockOffset(),
                status.droppedSamples(),
                status.controlTargets());
    }
}
