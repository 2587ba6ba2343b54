package org.mailcontinuity.notifier.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.mailcontinuity.contracts.Topic;

/** Counts what consumers did, and how old the last record was. */
@Singleton
class InboxMetrics {
    private static final String TOPIC = "topic";

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, AtomicLong> last = new ConcurrentHashMap<>();

    InboxMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void handled(Topic topic, Instant appendedAt) {
        registry.counter("continuity.inbox.handled", TOPIC, topic.name()).increment();
        last.computeIfAbsent(topic.name(), this::gauge).set(appendedAt.toEpochMilli());
    }

    void skipped(Topic topic) {
        registry.counter("continuity.inbox.skipped", TOPIC, topic.name()).increment();
    }

    void deadLetter(Topic topic) {
        registry.counter("continuity.inbox.dead.letters", TOPIC, topic.name()).increment();
    }

    private AtomicLong gauge(String topic) {
        AtomicLong at = new AtomicLong(clock.millis());
        TimeGauge.builder("continuity.inbox.record.age", at, TimeUnit.MILLISECONDS, then -> clock.millis() - then.get())
                .description("How long ago the last record handled was written")
                .tag(TOPIC, topic)
                .register(registry);
        return at;
    }
}
