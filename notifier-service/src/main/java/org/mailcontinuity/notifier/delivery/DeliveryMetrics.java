package org.mailcontinuity.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailcontinuity.notifier.channel.Attempt;

/** Counts attempts, and times how long what was planned took to be handed over. */
@Singleton
class DeliveryMetrics {
    private static final String CHANNEL = "channel";

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void attempted(Delivery before, List<Attempt> attempts, Outcome outcome) {
        String channel = before.address().channel();
        for (Attempt attempt : attempts) {
            registry.counter("continuity.notifier.attempts", CHANNEL, channel, "answer", word(attempt.answer()))
                    .increment();
            registry.timer("continuity.notifier.attempt.time", CHANNEL, channel).record(attempt.took());
        }
        switch (outcome.progress()) {
            case Progress.Pending pending -> {}
            case Progress.Sent(Instant at) -> ended(before, "sent", at);
            case Progress.Confirmed(Instant at) -> ended(before, "confirmed", at);
            case Progress.Failed(Instant at, Progress.Failure failure) -> ended(before, "failed", at);
        }
    }

    private void ended(Delivery delivery, String end, Instant at) {
        String channel = delivery.address().channel();
        registry.counter("continuity.notifier.deliveries", CHANNEL, channel, "end", end)
                .increment();
        Duration took = Duration.between(delivery.plannedAt(), at);
        registry.timer("continuity.notifier.delivery.delay", CHANNEL, channel, "end", end)
                .record(took.isNegative() ? Duration.ZERO : took);
    }

    private static String word(Attempt.Answer answer) {
        return switch (answer) {
            case Attempt.Accepted accepted -> "accepted";
            case Attempt.PutOff putOff -> "put_off";
            case Attempt.Refused refused -> "refused";
        };
    }
}
