package org.mailcontinuity.events.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of an action, as the page then says it. */
enum Outcome {
    ACKNOWLEDGED("Thank you: the alert is yours. Nobody else is called.", "ok"),
    ALREADY_ACKNOWLEDGED("The alert was acknowledged already; nothing was changed.", "calm"),
    ALREADY_RESOLVED("The alert is resolved already; nothing was changed.", "calm"),
    SUSPENDED("Notifications are suspended.", "ok"),
    STARTED("The continuity event has started.", "ok"),
    ALREADY_STARTED("A continuity event for this alert was there already; this is it.", "calm"),
    EXTENDED("The continuity event now lasts longer.", "ok"),
    ENDED("The continuity event has ended.", "ok"),
    REPEATED("This was done already; it was not done twice.", "calm"),
    NOT_POSSIBLE(
            "That is not possible as things stand now; nothing was changed. This page shows the present state.",
            "degraded"),
    NOT_UNDERSTOOD("Something was missing or wrong in the form; nothing was changed.", "degraded");

    private final String sentence;
    private final String tone;

    Outcome(String sentence, String tone) {
        this.sentence = sentence;
        this.tone = tone;
    }

    AlertPage.Flash flash() {
        return new AlertPage.Flash(sentence, tone);
    }

    /** The word in the address that the browser is sent to. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Outcome> ofWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
