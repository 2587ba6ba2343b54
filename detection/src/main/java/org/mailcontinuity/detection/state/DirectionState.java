package org.mailcontinuity.detection.state;

import java.time.Instant;
import java.util.List;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.StageRates;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * What is remembered of one direction of a monitor.
 *
 * @param vantages who has looked, in the order they were first seen
 * @param tally what was seen since the evidence began
 * @param rates what fails in healthy times
 * @param flow whether mail flow is disrupted
 * @param sight whether anybody looks
 * @param failedRounds failed rounds in the failure counter's current window
 */
public record DirectionState(
        List<Vantage> vantages, CauseTally tally, StageRates rates, FlowState flow, Sight sight, int failedRounds) {

    /** A direction that begins to be watched. */
    public static DirectionState watching(Instant since) {
        return new DirectionState(
                List.of(), CauseTally.EMPTY, StageRates.NONE, FlowState.CALM, Sight.watching(since), 0);
    }
}
