package org.mailcontinuity.bench.rule;

import java.util.Optional;
import org.mailcontinuity.detection.cause.Cause;

/**
 * A rule tells something.
 *
 * @param at when it does so, epoch milliseconds
 * @param fires true if it alerts, false if it gives the all-clear
 * @param cause what it says is wrong, if it says so
 */
public record Alarm(long at, boolean fires, Optional<Cause> cause) {}
