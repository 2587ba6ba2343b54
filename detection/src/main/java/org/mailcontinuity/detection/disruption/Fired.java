package org.mailcontinuity.detection.disruption;

/**
 * The rule that found a disruption, with its numbers.
 *
 * @param rule {@code EVIDENCE}, {@code FAILURE_COUNTER}, {@code BURN_RATE}, {@code LATENCY}, {@code VOLUME} or
 *     {@code NO_DATA}
 * @param value what it had counted: points, windows, tenths of a burn rate, messages seen, or seconds of silence
 * @param threshold the value at which it fires; for VOLUME the messages that were to be expected
 */
public record Fired(String rule, int value, int threshold) {}
