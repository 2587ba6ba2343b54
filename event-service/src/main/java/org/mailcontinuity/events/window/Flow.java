package org.mailcontinuity.events.window;

import java.time.Instant;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.window.Verdict;

/**
 * How a direction of a monitor stands.
 *
 * @param since when the verdict was first this one, without another in between
 * @param judgedAt the end of the latest window
 */
public record Flow(UUID monitorId, Direction direction, Verdict verdict, Instant since, Instant judgedAt) {}
