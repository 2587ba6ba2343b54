package org.mailcontinuity.events.mode;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.mode.ContinuityMode;
import org.mailcontinuity.contracts.mode.ContinuityMode.ActiveEvent;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.signal.SignalRepository;
import org.mailcontinuity.events.signal.Signals;

/** Tells {@code continuity.mode}, and those who wait, that a scope's mode changed. */
@Singleton
class ModePublisher {
    private final OutboxPublisher outbox;
    private final SignalRepository signals;

    ModePublisher(OutboxPublisher outbox, SignalRepository signals) {
        this.outbox = outbox;
        this.signals = signals;
    }

    void publish(Mode mode) {
        Optional<ContinuityMode> message = message(mode);
        if (message.isPresent()) {
            outbox.add(message.get());
        } else {
            outbox.tombstone(ContinuityMode.class, mode.scope());
        }
        signals.send(Signals.Channel.MODE, mode.scope());
    }

    private static Optional<ContinuityMode> message(Mode mode) {
        List<ActiveEvent> events = mode.events().entrySet().stream()
                .map(event -> new ActiveEvent(event.getKey(), event.getValue()))
                .toList();
        return mode.until()
                .map(until ->
                        new ContinuityMode(mode.scope(), events, mode.since().orElseThrow(), until, mode.revision()));
    }
}
