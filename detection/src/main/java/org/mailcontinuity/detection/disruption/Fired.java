package org.mailcontinuity.detection.disruption;

/**
 * The rule that found a disruption, with its numbers.
 *
 * @param rule {@code EVIDENCE}, {@code FAILURE_COUNTER} or {@code NO_DATA}
 * @param value what it had counted: points, windows, or seconds of silence
 * @param threshold the value at which it fires
 */
public record Fired(String rule, int value, int threshold) {}
