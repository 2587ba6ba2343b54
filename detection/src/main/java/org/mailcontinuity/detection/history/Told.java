package org.mailcontinuity.detection.history;

import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.observation.Direction;

/**
 * Something was told of a direction's mail flow, and stays told: whatever comes late and belongs before, from here on the
 * direction is in the state that was told.
 *
 * @param at event time of the input that gave rise to it
 * @param tally what was seen against when it was told
 */
public record Told(long at, Direction direction, FlowState flow, CauseTally tally) implements Input {}
