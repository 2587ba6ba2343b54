package org.mailcontinuity.events.check;

/** What came of asking the probe. */
sealed interface ProbeAnswer {
    record Checked(CheckView view) implements ProbeAnswer {}

    /** It cannot be asked, or not now; {@code why} is for the caller. */
    record Away(String why) implements ProbeAnswer {}
}
