package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;

/** Judgements as a strip of equal slots, each as bad as the worst window that starts in it. */
public final class Strip {
    private Strip() {}

    /**
     * @param slot how long a slot is
     * @param count how many slots, the last of which holds {@code now}
     */
    public static List<AlertPage.Slot> of(
            List<WindowJudgement> windows, Duration slot, int count, Instant now, ZoneId zone) {
        Instant first = now.truncatedTo(ChronoUnit.MINUTES).minus(slot.multipliedBy(count - 1L));
        List<AlertPage.Slot> slots = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Instant start = first.plus(slot.multipliedBy(index));
            slots.add(slot(worst(windows, start, start.plus(slot)), Moment.of(start, now, zone)));
        }
        return List.copyOf(slots);
    }

    private static Optional<Verdict> worst(List<WindowJudgement> windows, Instant from, Instant until) {
        return windows.stream()
                .filter(window ->
                        !window.start().isBefore(from) && window.start().isBefore(until))
                .map(WindowJudgement::verdict)
                .max(Comparator.comparingInt(Strip::badness));
    }

    private static AlertPage.Slot slot(Optional<Verdict> verdict, Moment start) {
        return new AlertPage.Slot(
                verdict.map(Strip::tone).orElse("calm"),
                start.text() + ": " + verdict.map(Strip::word).orElse("no judgement"));
    }

    /** The colour and shape of a verdict. */
    public static String tone(Verdict verdict) {
        return switch (verdict) {
            case HEALTHY -> "ok";
            case SUSPECT, DEGRADED -> "degraded";
            case FAILING -> "down";
            case NO_DATA, UNKNOWN -> "calm";
        };
    }

    /** A verdict in words. */
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case HEALTHY -> "healthy";
            case SUSPECT -> "suspect";
            case DEGRADED -> "degraded";
            case FAILING -> "failing";
            case NO_DATA, UNKNOWN -> "no data";
        };
    }

    private static int badness(Verdict verdict) {
        return switch (verdict) {
            case UNKNOWN -> 0;
            case NO_DATA -> 1;
            case HEALTHY -> 2;
            case SUSPECT -> 3;
            case DEGRADED -> 4;
            case FAILING -> 5;
        };
    }
}
