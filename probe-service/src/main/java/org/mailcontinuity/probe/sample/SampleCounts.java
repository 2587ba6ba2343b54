package org.mailcontinuity.probe.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;

/** How many samples came of the checks since the start, by direction and outcome. Safe for many threads. */
public final class SampleCounts {
    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

    /** What samples are told apart by. */
    public record Kind(Direction direction, Outcome outcome) {}

    public void count(Sample sample) {
        of(new Kind(sample.direction(), sample.outcome())).increment();
    }

    public LongAdder of(Kind kind) {
        return counts.computeIfAbsent(kind, _ -> new LongAdder());
    }
}
