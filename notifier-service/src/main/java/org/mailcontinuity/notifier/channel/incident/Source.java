package org.mailcontinuity.notifier.channel.incident;

import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.template.Facts;

/** What is affected, as one word: the first domain, or the event's name. */
final class Source {
    private Source() {}

    static String of(Outgoing outgoing) {
        return switch (outgoing.facts()) {
            case Facts.OfAlert alert -> alert.monitors().getFirst().domain();
            case Facts.OfEvent event -> event.name();
            case Facts.OfTest test -> "continuity";
            case Facts.OfSelf self -> "continuity";
        };
    }
}
