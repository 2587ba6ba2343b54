package org.mailcontinuity.bench.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** What can happen to a mail system, and what must stay quiet. */
public enum Scenario {
    HARD_OUTAGE(
            "nothing gets through: refused, no answer, DNS broken, or every recipient rejected", 15, Plans::hardOutage),
    EXPIRED_CERTIFICATE("the certificate has expired", 15, Plans::expiredCertificate),
    ONE_OF_TWO_MX("the preferred of two MX is dead, the other works", 20, Plans::oneOfTwoMx),
    GREY_50("half of all checks fail", 60, (draw, minutes) -> Plans.grey(draw, minutes, 0.5)),
    GREY_30("30 % of all checks fail", 60, (draw, minutes) -> Plans.grey(draw, minutes, 0.3)),
    GREY_20("20 % of all checks fail", 60, (draw, minutes) -> Plans.grey(draw, minutes, 0.2)),
    UNEXPLAINED_4XX("every recipient gets 451 4.7.1, without end", 40, Plans::unexplained),
    TARPIT("the greeting comes after 20 to 60 s", 20, Plans::tarpit),
    SLOW("mail gets through, but each check takes 4 to 20 s", 20, Plans::slow),
    SILENT_TRAFFIC("no real mail comes for 4 hours of a working day, and no probe looks", 240, Plans::silence),
    FLAPPING("down and up by turns, 1 to 5 minutes each, for an hour", 60, Plans::flapping),
    SKEW_AND_LATE(
            "a hard outage; a clock 5 minutes off, samples up to 110 s late, doubled, out of order",
            15,
            Plans::skewAndLate),
    QUIET_GREYLISTING("greylisting: 451 4.7.1 for 1 to 8 minutes, at each vantage twice", 60, Plans::greylisting),
    QUIET_VANTAGE_DOWN("one vantage's network is down, and its control checks fail alike", 30, Plans::vantageDown),
    QUIET_LOSSY_VANTAGE("one vantage loses 40 % on its way", 60, Plans::lossyVantage),
    QUIET_SLOW_VANTAGE("one vantage's way is slow: 4 to 20 s a check", 60, Plans::slowVantage),
    QUIET_TRAFFIC("five weeks of real mail with their nights and weekends", 0, Plans::weeks),
    QUIET_MAINTENANCE("maintenance; the servers come back 30 s after its end", 30, Plans::maintenance),
    QUIET_STALE_BURST("a stalled vantage hands over ten minutes of old failures at once", 15, Plans::staleBurst),
    QUIET_BLIP("nothing gets through for 20 s", 1, Plans::blip),
    QUIET_MONTH("nothing but noise for 30 days", 0, Plans::month);

    private final String sentence;
    private final int minutes;
    private final Drawing drawing;

    /** Draws one run. */
    interface Drawing {
        Plan draw(SplittableRandom random, int minutes);
    }

    Scenario(String sentence, int minutes, Drawing drawing) {
        this.sentence = sentence;
        this.minutes = minutes;
        this.drawing = drawing;
    }

    /** The word for it on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }

    /** True if no rule should fire. */
    public boolean isQuiet() {
        return name().startsWith("QUIET_");
    }

    /** True for the months of noise, of which there are fewer runs. */
    public boolean isMonth() {
        return this == QUIET_MONTH;
    }

    /** True if real mail is counted and no probe looks, which the rules elsewhere cannot judge. */
    public boolean countsMail() {
        return this == SILENT_TRAFFIC || this == QUIET_TRAFFIC;
    }

    /** The plan of one run. */
    public Plan plan(long seed) {
        return drawing.draw(new SplittableRandom(seed), minutes);
    }

    /** The seed of one run. */
    public long seed(long seed, int run) {
        return new SplittableRandom(seed ^ (ordinal() + 1) * 0x9e3779b97f4a7c15L ^ (run + 1) * 0xc2b2ae3d27d4eb4fL)
                .nextLong();
    }

    public static Optional<Scenario> named(String word) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst();
    }
}
