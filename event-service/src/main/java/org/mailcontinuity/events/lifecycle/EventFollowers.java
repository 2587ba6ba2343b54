package org.mailcontinuity.events.lifecycle;

import java.util.Locale;
import java.util.function.Consumer;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.mode.Modes;

/** What follows from a change of an event, in the transaction of the change: message, mode, audit, other features. */
final class EventFollowers {
    private final EventPublisher publisher;
    private final Modes modes;
    private final AuditRepository audit;
    private final Consumer<EventTransition> others;

    EventFollowers(EventPublisher publisher, Modes modes, AuditRepository audit, Consumer<EventTransition> others) {
        this.publisher = publisher;
        this.modes = modes;
        this.audit = audit;
        this.others = others;
    }

    void follow(EventTransition transition) {
        ContinuityEvent event = transition.event();
        publisher.publish(transition);
        switch (event.life()) {
            case Life.Active active ->
                modes.enter(
                        event.plan().scope().keys(), event.id(), active.span().until());
            case Life.Ended ended -> modes.leave(event.plan().scope().keys(), event.id());
            case Life.Scheduled scheduled -> {}
            case Life.Cancelled cancelled -> {}
        }
        audit.record(
                transition.actor(),
                transition.change().name().toLowerCase(Locale.ROOT),
                "event",
                event.id(),
                transition.before().map(EventView::of).orElse(null),
                EventView.of(event));
        others.accept(transition);
    }
}
