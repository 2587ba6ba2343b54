package org.mailcontinuity.events.sample;

import java.time.Instant;
import java.util.UUID;

/**
 * Which samples are asked for.
 *
 * @param from the earliest append time, included
 * @param until the latest append time, not included
 * @param most how many at most
 */
record SampleQuery(UUID monitorId, Instant from, Instant until, int most) {}
