package org.mailcontinuity.events.trial;

/** What came of asking the notifier to try addresses. */
sealed interface NotifierAnswer {
    record Tried(TrialView view) implements NotifierAnswer {}

    /** It cannot be asked, or not now; {@code why} is for the caller. */
    record Away(String why) implements NotifierAnswer {}
}
