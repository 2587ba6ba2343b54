package org.mailcontinuity.detector.window;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.window.EvidenceScore;
import org.mailcontinuity.contracts.window.LatencyQuantiles;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.contracts.window.WindowSample;
import org.mailcontinuity.contracts.window.WindowVolume;

/**
 * How a window ends.
 *
 * @param end not included in it
 * @param verdict what the core says at the end
 * @param failureCounter the counter at the end
 * @param mailPerMinute real mail to be expected in a minute, where enough is known
 */
public record WindowEnd(
        Instant end, Verdict verdict, EvidenceScore evidence, int failureCounter, OptionalDouble mailPerMinute) {

    /** The judgement of the window. */
    public WindowJudgement judge(UUID monitorId, Direction direction, OpenWindow window) {
        return new WindowJudgement(
                monitorId,
                direction,
                window.start(),
                end,
                verdict,
                window.counts(),
                Optional.of(evidence),
                Optional.of(failureCounter),
                latency(window.samples()),
                volume(window.mail()),
                window.earliestFailed(),
                mostFrequent(window.samples()),
                window.samples().stream()
                        .map(mark -> packed(window.start(), mark))
                        .toList());
    }

    /** Where nothing is known yet of what to expect, what was seen is what was expected. */
    private Optional<WindowVolume> volume(MailSeen mail) {
        return mail.isEmpty()
                ? Optional.empty()
                : Optional.of(new WindowVolume(
                        mailPerMinute.isPresent()
                                ? mailPerMinute.getAsDouble() * mail.millis() / OpenWindow.LENGTH.toMillis()
                                : mail.accepted(),
                        mail.accepted()));
    }

    private static WindowSample packed(Instant start, SampleMark mark) {
        return new WindowSample(
                mark.vantage(),
                mark.route(),
                Math.max(0, mark.at() - start.toEpochMilli()),
                mark.outcome(),
                mark.latency(),
                mark.fault());
    }

    private static Optional<LatencyQuantiles> latency(List<SampleMark> samples) {
        long[] sorted = samples.stream()
                .filter(mark -> mark.outcome() == Outcome.SUCCESS)
                .mapToLong(SampleMark::latency)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new LatencyQuantiles(quantile(sorted, 50), quantile(sorted, 90), quantile(sorted, 99)));
    }

    /** Nearest rank. */
    private static long quantile(long[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }

    private static Optional<Fault> mostFrequent(List<SampleMark> samples) {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        for (SampleMark mark : samples) {
            mark.fault().ifPresent(fault -> counts.merge(fault, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Fault, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
