package org.mailcontinuity.testbed.smpp;

/** What the centre does with a segment that is handed over. */
public sealed interface CentreAnswer {
    /** Takes it and says so. */
    record Take() implements CentreAnswer {}

    /** Refuses it with this command status. */
    record Refuse(int status) implements CentreAnswer {}

    /** Takes it and cuts the line before it says so. */
    record TakeAndCut() implements CentreAnswer {}

    /** Says nothing. */
    record Silence() implements CentreAnswer {}
}
