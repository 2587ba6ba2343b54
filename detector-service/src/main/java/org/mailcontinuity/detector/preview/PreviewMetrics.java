package org.mailcontinuity.detector.preview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What the detector tells of previews. The names are listed in the service's README. Thread-safe. */
@Singleton
class PreviewMetrics {
    private final MeterRegistry registry;

    PreviewMetrics(MeterRegistry registry, PreviewDesk desk) {
        this.registry = registry;
        Gauge.builder("continuity.detector.previews.running", desk, PreviewDesk::running)
                .description("Previews under way")
                .register(registry);
    }

    void ended(Preview.End end) {
        registry.counter("continuity.detector.previews", "end", end.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
