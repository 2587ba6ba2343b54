package org.mailcontinuity.detector.window;

import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;

/**
 * What a window keeps of a sample.
 *
 * @param route {@code host:port}, where there was one
 * @param at event time by the broker's clock, epoch milliseconds
 * @param latency milliseconds that the check took
 */
public record SampleMark(
        String vantage, Optional<String> route, long at, Outcome outcome, long latency, Optional<Fault> fault) {}
