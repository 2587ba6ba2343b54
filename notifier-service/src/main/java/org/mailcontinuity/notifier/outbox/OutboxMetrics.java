package org.mailcontinuity.notifier.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How long the oldest message has been waiting for the broker, as the relay last saw it; 0 where none waits. */
@Singleton
class OutboxMetrics {
    private final AtomicLong oldest = new AtomicLong();

    OutboxMetrics(MeterRegistry registry, InstantSource clock) {
        TimeGauge.builder("continuity.outbox.age", oldest, TimeUnit.MILLISECONDS, then -> age(then.get(), clock))
                .description("How long the oldest message has been waiting for the broker")
                .register(registry);
    }

    void waiting(List<OutboxRow> unsent) {
        oldest.set(unsent.stream()
                .map(OutboxRow::writtenAt)
                .mapToLong(Instant::toEpochMilli)
                .min()
                .orElse(0));
    }

    private static long age(long then, InstantSource clock) {
        return then == 0 ? 0 : Math.max(0, clock.millis() - then);
    }
}
