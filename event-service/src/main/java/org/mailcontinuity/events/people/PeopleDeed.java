package org.mailcontinuity.events.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.events.problem.Refusal;

/** What was done on the page, as it is told. */
enum PeopleDeed {
    ADDED("ok", "Added. Now send a test, so that you know it arrives."),
    TESTED("ok", "A test went out over every address. Ask whether it has arrived."),
    PARTLY("degraded", "A test went out, but not over every address: see below what failed."),
    NOT_REACHED("down", "The test went out over no address: see below why."),
    CODE_SENT("ok", "A code of six digits is on its way. Enter it below within 15 minutes."),
    VERIFIED("ok", "Verified: the address is theirs.");

    private final String tone;
    private final String text;

    PeopleDeed(String tone, String text) {
        this.tone = tone;
        this.text = text;
    }

    /** For an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PeoplePage.Flash> flash(String word) {
        return Arrays.stream(values())
                .filter(deed -> deed.word().equals(word))
                .findFirst()
                .map(deed -> new PeoplePage.Flash(deed.tone, deed.text));
    }

    static PeoplePage.Flash refused(Refusal refusal) {
        String text = refusal instanceof Refusal.Invalid invalid
                ? invalid.violations().getFirst().field().startsWith("channels")
                        ? "The address " + invalid.violations().getFirst().message()
                        : invalid.detail()
                : refusal.detail();
        return new PeoplePage.Flash("down", "Not done. " + text + (text.endsWith(".") ? "" : "."));
    }

    static PeoplePage.Flash stopping() {
        return new PeoplePage.Flash("down", "Not done: the service is stopping. Try again in a moment.");
    }
}
