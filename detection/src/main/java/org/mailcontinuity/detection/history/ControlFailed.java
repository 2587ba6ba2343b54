package org.mailcontinuity.detection.history;

/**
 * A vantage's own network check failed in a round: what it held against others there has no vote.
 *
 * @param scheduledAt of the check that told so, epoch milliseconds by the vantage's clock
 */
public record ControlFailed(long at, String vantage, long scheduledAt) implements Input {}
