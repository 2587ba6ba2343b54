package org.mailcontinuity.detection.history;

import org.mailcontinuity.detection.observation.Direction;

/**
 * Somebody reported how much real mail came.
 *
 * @param at end of the span by the broker's clock, epoch milliseconds
 * @param from start of the span by the broker's clock, epoch milliseconds, not after {@code at}
 * @param accepted messages accepted in it
 * @param source who reported
 */
public record MailCounted(long at, Direction direction, long from, long accepted, String source) implements Input {}
