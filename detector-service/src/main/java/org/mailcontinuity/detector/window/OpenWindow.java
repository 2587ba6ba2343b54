package org.mailcontinuity.detector.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.window.VantageCounts;

/**
 * A window that is not over: what was seen in it so far. Windows are minutes; a verdict that changes within a minute
 * ends a window there, and the next one begins.
 *
 * @param start included
 * @param earliestFailed the earliest stage at which a sample failed
 * @param counts by vantage, of every sample
 * @param samples in the order they came, the first 240 of them
 * @param mail what was reported of real mail; a report is no check, and in none of the others
 */
public record OpenWindow(
        Instant start,
        Optional<Stage> earliestFailed,
        List<VantageCounts> counts,
        List<SampleMark> samples,
        MailSeen mail) {
    /** How long a window lasts if nothing ends it before. */
    public static final Duration LENGTH = Duration.ofMinutes(1);

    private static final int MOST_SAMPLES = 240;
    private static final int MOST_VANTAGES = 50;

    /** A window in which nothing was seen yet. */
    public static OpenWindow startingAt(Instant start) {
        return new OpenWindow(start, Optional.empty(), List.of(), List.of(), MailSeen.NONE);
    }

    /** The minute that an instant lies in. */
    public static Instant minuteOf(Instant at) {
        long length = LENGTH.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), length) * length);
    }

    /** End of the minute it lies in, which is not part of it. */
    public Instant end() {
        return minuteOf(start).plus(LENGTH);
    }

    /** With one more sample, which completed at that time by the broker's clock. */
    public OpenWindow with(Sample sample, Instant at) {
        if (sample.check() == Check.TRAFFIC) {
            return new OpenWindow(start, earliestFailed, counts, samples, mail.with(sample));
        }
        List<SampleMark> marks = new ArrayList<>(samples);
        if (marks.size() < MOST_SAMPLES) {
            marks.add(new SampleMark(
                    sample.vantage(),
                    sample.route().map(org.mailcontinuity.contracts.sample.Route::address),
                    at.toEpochMilli(),
                    sample.outcome(),
                    sample.timings().total(),
                    sample.fault()));
        }
        return new OpenWindow(start, earliest(sample), counted(sample), List.copyOf(marks), mail);
    }

    /** True if nothing was seen in it. */
    public boolean isEmpty() {
        return counts.isEmpty() && mail.isEmpty();
    }

    private Optional<Stage> earliest(Sample sample) {
        if (sample.outcome() != Outcome.FAILURE) {
            return earliestFailed;
        }
        return earliestFailed
                .filter(stage -> stage.compareTo(sample.stage()) <= 0)
                .or(() -> Optional.of(sample.stage()));
    }

    private List<VantageCounts> counted(Sample sample) {
        List<VantageCounts> next = new ArrayList<>(counts.size() + 1);
        boolean known = false;
        for (VantageCounts count : counts) {
            boolean same = count.vantage().equals(sample.vantage());
            next.add(same ? plus(count, sample.outcome()) : count);
            known |= same;
        }
        if (!known && next.size() < MOST_VANTAGES) {
            next.add(plus(new VantageCounts(sample.vantage(), 0, 0, 0, 0), sample.outcome()));
        }
        return List.copyOf(next);
    }

    private static VantageCounts plus(VantageCounts count, Outcome outcome) {
        return switch (outcome) {
            case SUCCESS ->
                new VantageCounts(
                        count.vantage(), count.success() + 1, count.impaired(), count.failure(), count.inconclusive());
            case IMPAIRED ->
                new VantageCounts(
                        count.vantage(), count.success(), count.impaired() + 1, count.failure(), count.inconclusive());
            case FAILURE ->
                new VantageCounts(
                        count.vantage(), count.success(), count.impaired(), count.failure() + 1, count.inconclusive());
            case INCONCLUSIVE, UNKNOWN ->
                new VantageCounts(
                        count.vantage(), count.success(), count.impaired(), count.failure(), count.inconclusive() + 1);
        };
    }
}
