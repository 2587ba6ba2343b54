package org.mailcontinuity.notifier.sms;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells which providers can be asked. */
@Singleton
class SmsMetrics {
    private final MeterRegistry registry;
    private final SmsChannel channel;

    SmsMetrics(MeterRegistry registry, SmsChannel channel) {
        this.registry = registry;
        this.channel = channel;
    }

    void start(@Observes StartupEvent event) {
        for (SmsProvider provider : channel.providers()) {
            Gauge.builder("continuity.notifier.sms.up", provider, one -> one.up() ? 1 : 0)
                    .description("Whether the SMS provider can be asked: bound, or not resting")
                    .tag("provider", provider.name())
                    .register(registry);
        }
    }
}
