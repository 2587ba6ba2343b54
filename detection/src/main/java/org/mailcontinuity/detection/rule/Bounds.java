package org.mailcontinuity.detection.rule;

/** Refuses settings out of bounds, naming the field, both bounds (inclusive) and the value. */
final class Bounds {
    private Bounds() {}

    static <T extends Comparable<T>> void check(String field, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(field + " must be " + min + " to " + max + ", was " + value);
        }
    }
}
