package org.mailcontinuity.events.sample;

import java.time.Instant;
import java.util.List;
import org.mailcontinuity.contracts.sample.Sample;

/**
 * The samples of a span.
 *
 * @param truncated whether there are more, or the search took too long: ask for a shorter span
 * @param items in the order in which the broker had them
 */
record SamplesView(Instant from, Instant to, boolean truncated, List<Sample> items) {}
