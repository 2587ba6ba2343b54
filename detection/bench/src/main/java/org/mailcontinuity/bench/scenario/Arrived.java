package org.mailcontinuity.bench.scenario;

import org.mailcontinuity.contracts.sample.Sample;

/**
 * A sample as it reaches a rule.
 *
 * @param sample with its {@code appendedAt}
 * @param vantage number of the vantage, from 0
 * @param route number of the route, from 0
 * @param round which round by the true clock, from 0
 * @param bad true if a prober that knows no better sees a failure
 * @param at when the broker has it, epoch milliseconds
 * @param again true for the second copy of a duplicate
 */
public record Arrived(Sample sample, int vantage, int route, long round, boolean bad, long at, boolean again) {}
