package org.mailcontinuity.detection.volume;

/**
 * Less mail than there should be, as the strongest of the tests saw it.
 *
 * @param kind whether there is a lull at all
 * @param since end of the slot in which it was first found, epoch milliseconds
 * @param minutes the span over which it is most improbable
 * @param seen messages accepted in that span
 * @param expected how many there should have been
 * @param isTotal true if next to nothing comes: less than a tenth, of late or in all of that span
 */
public record Lull(Kind kind, long since, int minutes, long seen, float expected, boolean isTotal) {
    /** Mail comes as it should, as far as is known. */
    public static final Lull NONE = new Lull(Kind.NONE, 0, 0, 0, 0, false);

    /** How sure it is, in rising order. */
    public enum Kind {
        NONE,
        /** Improbable on a usual day, but not if this is a day on which nobody works. */
        UNUSUAL,
        /** Improbable on any day of the week. */
        SILENT
    }

    Lull since(long first) {
        return new Lull(kind, first, minutes, seen, expected, isTotal);
    }
}
