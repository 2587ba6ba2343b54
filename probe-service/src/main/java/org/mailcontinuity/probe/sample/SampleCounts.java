package org.mailcontinuity.probe.sample;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;

/** The samples that came of the checks since the start: how many, by direction and outcome, and when. Safe for many threads. */
public final class SampleCounts {
    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    /** What samples are told apart by. */
    public record Kind(Direction direction, Outcome outcome) {}

    public void count(Sample sample) {
        latest.accumulateAndGet(sample.completedAt(), (one, other) -> one.isAfter(other) ? one : other);
        of(new Kind(sample.direction(), sample.outcome())).increment();
    }

    /** When the latest of them was done; empty before the first. */
    public Optional<Instant> latest() {
        return Optional.of(latest.get()).filter(at -> at.isAfter(Instant.MIN));
    }

    public LongAdder of(Kind kind) {
        return counts.computeIfAbsent(kind, _ -> new LongAdder());
    }
}
