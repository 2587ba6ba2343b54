package org.mailcontinuity.detector.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detection.disruption.Finding;

/** What the detector tells of itself. The names are listed in the service's README. Thread-safe. */
@Singleton
public final class DetectorMetrics {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Timer sampleAge;
    private final Counter stateWritten;
    private final Map<String, AtomicLong> lastRecord = new ConcurrentHashMap<>();
    private final Map<Reception, Counter> receptions = new ConcurrentHashMap<>();

    public DetectorMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        this.sampleAge = Timer.builder("continuity.detector.sample.age")
                .description("From the broker's taking a sample to its judgement")
                .publishPercentileHistogram()
                .register(registry);
        this.stateWritten = Counter.builder("continuity.detector.state.written")
                .baseUnit("bytes")
                .description("State written to the stores; divided by the samples, what a sample costs")
                .register(registry);
        lastRecordOf(Topics.SAMPLES.name());
        lastRecordOf(Topics.MONITORS.name());
    }

    /** @param appendedAt epoch milliseconds */
    void handled(String topic, long appendedAt) {
        AtomicLong last = lastRecordOf(topic);
        if (appendedAt > last.get()) {
            last.accumulateAndGet(appendedAt, Math::max);
        }
    }

    /** A sample was judged; times are epoch milliseconds. */
    void judged(Reception reception, long appendedAt, long now) {
        receptions.computeIfAbsent(reception, this::counterOf).increment();
        sampleAge.record(Math.max(0, now - appendedAt), TimeUnit.MILLISECONDS);
    }

    /** State was written to the stores. */
    void wrote(int bytes) {
        stateWritten.increment(bytes);
    }

    private Counter counterOf(Reception reception) {
        return registry.counter("continuity.detector.samples", "reception", reception.name());
    }

    void found(Finding finding) {
        registry.counter(
                        "continuity.detector.findings",
                        "finding",
                        finding.getClass().getSimpleName())
                .increment();
    }

    void skipped(String topic, String reason) {
        registry.counter("continuity.detector.skipped", "topic", topic, "reason", reason)
                .increment();
    }

    void buried(String topic) {
        registry.counter("continuity.detector.dead.letters", "topic", topic).increment();
    }

    private AtomicLong lastRecordOf(String topic) {
        AtomicLong known = lastRecord.get(topic);
        return known != null
                ? known
                : lastRecord.computeIfAbsent(topic, name -> {
                    AtomicLong at = new AtomicLong(clock.millis());
                    io.micrometer.core.instrument.Gauge.builder(
                                    "continuity.detector.last.record.age",
                                    at,
                                    last -> (clock.millis() - last.get()) / 1000.0)
                            .baseUnit("seconds")
                            .tag("topic", name)
                            .description("Age of the last record handled")
                            .register(registry);
                    return at;
                });
    }
}
